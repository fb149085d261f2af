// Contents at the limits of the format, for what a layout costs at most.
import { graph_of } from './graphs.mjs';

const lane_words = [
  ['violet', 'ring'],
  ['blue', 'square'],
  ['crimson', 'triangle'],
  ['green', 'check'],
  ['amber', 'chevron'],
];

function content(count, links, focus) {
  return {
    language: 'en',
    title: `${count} cards`,
    summary: 'As much as a content may have.',
    about: { publisher: 'None.', brief: 'None.', explainer: 'None.' },
    locators: [{ id: 'place', label: 'Place' }],
    lanes: [1, 1, 2, 2, 3, 3, 4, 4, 5, 6].map((column, i) => ({
      id: `lane-${i}`,
      title: `Lane of several words, ${i}`,
      column,
      hue: lane_words[i % 5][0],
      shape: lane_words[i % 5][1],
    })),
    nodes: Array.from({ length: count }, (_, i) => ({
      id: `node-${i}`,
      lane: `lane-${i % 10}`,
      title: `Incomprehensibilities of card number ${i}`,
      text: 'A text.',
      sources: ['place'],
    })),
    links: links.map(([from, to]) => ({
      from: `node-${from}`,
      to: `node-${to}`,
      kind: 'leads_to',
      basis: 'stated',
      sources: ['place'],
    })),
    tour: [focus, [0]].map((nodes) => ({
      title: 'A step',
      text: 'Its words. '.repeat(80),
      focus: nodes.map((node) => `node-${node}`),
    })),
  };
}
const pairs = (count) =>
  Array.from({ length: count }, (_, from) =>
    Array.from({ length: count - from - 1 }, (_, i) => [from, from + 1 + i])
  ).flat();

// As many cards and links as there may be.
export const most = graph_of(1000, 3000);
// All cards of a step joined to each other; one card chosen that is joined to all others, and they to each other.
export const dense = content(
  45,
  pairs(45),
  Array.from({ length: 12 }, (_, i) => i)
);
