// Cytoscape.js with preset places, which is its quickest layout, labels and its own selection.
import cytoscape from 'cytoscape';
import { links, nodes } from './graph.mjs';
import { is_drawn, is_ready, steer } from './told.mjs';

Object.assign(document.body.style, { margin: 0, height: '100vh' });
const diagram = cytoscape({
  container: document.body,
  elements: [
    ...nodes.map(({ id, title, color, column, row }) => ({
      data: { id, title, color },
      position: { x: column * 220, y: row * 50 },
    })),
    ...links.map((link) => ({ data: link })),
  ],
  layout: { name: 'preset' },
  style: [
    {
      selector: 'node',
      style: {
        shape: 'round-rectangle',
        width: 160,
        height: 34,
        label: 'data(title)',
        'text-valign': 'center',
        'text-wrap': 'wrap',
        'text-max-width': 150,
        'font-size': 12,
        'background-color': '#fff',
        'border-width': 1.5,
        'border-color': 'data(color)',
      },
    },
    { selector: 'edge', style: { 'curve-style': 'unbundled-bezier', width: 1.5, opacity: 0.6 } },
    { selector: '.quiet', style: { opacity: 0.15 } },
  ],
});
diagram.on('tap', 'node', ({ target }) => diagram.elements().difference(target.closedNeighborhood()).addClass('quiet'));
diagram.one('render', () => {
  is_drawn();
  is_ready();
});
const fitted = diagram.zoom();
steer({
  zoom: (factor) =>
    diagram.zoom({ level: fitted * factor, renderedPosition: { x: innerWidth / 2, y: innerHeight / 2 } }),
  light: (index) => diagram.getElementById(nodes[index].id).emit('tap'),
  on_render: (done) => diagram.one('render', done),
});
