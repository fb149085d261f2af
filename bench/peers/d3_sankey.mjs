// d3-sankey drawn as SVG, as its examples do: rectangles, ribbons, labels, and a click that lights a node's links.
import { sankey, sankeyLinkHorizontal } from 'd3-sankey';
import { links, nodes } from './graph.mjs';
import { is_drawn, is_ready } from './told.mjs';

const svg = (tag, attributes, parent) => {
  const element = parent.appendChild(document.createElementNS('http://www.w3.org/2000/svg', tag));
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};
const graph = sankey()
  .nodeId((node) => node.id)
  .nodeWidth(12)
  .nodePadding(4)
  .extent([
    [4, 4],
    [innerWidth - 4, innerHeight - 4],
  ])({ nodes: nodes.map((node) => ({ ...node })), links: links.map((link) => ({ ...link, value: 1 })) });
const picture = svg(
  'svg',
  { width: innerWidth, height: innerHeight, 'font-size': 9, 'font-family': 'sans-serif' },
  document.body
);
const path = sankeyLinkHorizontal();
const ribbons = svg('g', { fill: 'none', 'stroke-opacity': 0.5 }, picture);
for (const link of graph.links)
  link.element = svg(
    'path',
    { d: path(link), stroke: link.source.color, 'stroke-width': Math.max(1, link.width) },
    ribbons
  );
for (const node of graph.nodes) {
  node.element = svg(
    'rect',
    { x: node.x0, y: node.y0, width: node.x1 - node.x0, height: node.y1 - node.y0, fill: node.color },
    picture
  );
  svg('text', { x: node.x1 + 3, y: (node.y0 + node.y1) / 2 }, picture).textContent = node.title;
}
is_drawn();
for (const node of graph.nodes) {
  node.element.addEventListener('click', () =>
    graph.links.forEach((link) =>
      link.element.setAttribute('stroke-opacity', link.source === node || link.target === node ? 0.8 : 0.1)
    )
  );
}
is_ready();
