// sigma.js with graphology: WebGL discs and lines, labels, and a click that lights a node's neighbours.
import Graph from 'graphology';
import Sigma from 'sigma';
import { links, nodes } from './graph.mjs';
import { is_drawn, is_ready, steer } from './told.mjs';

Object.assign(document.body.style, { margin: 0, height: '100vh' });
const graph = new Graph();
for (const { id, title, color, column, row } of nodes)
  graph.addNode(id, { label: title, color, x: column * 3, y: -row, size: 6 });
for (const { source, target } of links) graph.mergeEdge(source, target, { size: 1, color: '#b9b0a4' });
const diagram = new Sigma(graph, document.body, { renderEdgeLabels: false, labelRenderedSizeThreshold: 0 });
diagram.on('clickNode', ({ node }) => {
  graph.forEachEdge((edge, _, source, target) =>
    graph.setEdgeAttribute(edge, 'hidden', source !== node && target !== node)
  );
});
diagram.once('afterRender', () => {
  is_drawn();
  is_ready();
});
diagram.refresh();
steer({
  zoom: (factor) => diagram.getCamera().setState({ ratio: 1 / factor }),
  light: (index) => diagram.emit('clickNode', { node: nodes[index].id }),
  on_render: (done) => diagram.once('afterRender', done),
});
