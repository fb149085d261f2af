// A bare canvas by hand: cards, curves, words, and a click that lights a card's links.
import { columns, links, most_rows, nodes } from './graph.mjs';
import { is_drawn, is_ready } from './told.mjs';

const canvas = document.body.appendChild(document.createElement('canvas'));
const context = canvas.getContext('2d');
const [width, height] = [innerWidth, innerHeight];
canvas.width = width * devicePixelRatio;
canvas.height = height * devicePixelRatio;
canvas.style.width = `${width}px`;
const step = { x: width / columns, y: height / most_rows };
const card = { w: step.x * 0.72, h: step.y * 0.72 };
const place = new Map(
  nodes.map((node) => [node.id, { ...node, x: node.column * step.x + 6, y: node.row * step.y + 4 }])
);

function draw(selected) {
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
  context.fillStyle = '#FAF7F2';
  context.fillRect(0, 0, width, height);
  for (const { source, target } of links) {
    const [from, to] = [place.get(source), place.get(target)];
    const [x0, y0, x1, y1] = [from.x + card.w, from.y + card.h / 2, to.x, to.y + card.h / 2];
    context.strokeStyle = from.color;
    context.globalAlpha = !selected || source === selected || target === selected ? 0.6 : 0.1;
    context.beginPath();
    context.moveTo(x0, y0);
    context.bezierCurveTo((x0 + x1) / 2, y0, (x0 + x1) / 2, y1, x1, y1);
    context.stroke();
  }
  context.globalAlpha = 1;
  context.font = '9px sans-serif';
  for (const { title, color, x, y } of place.values()) {
    context.fillStyle = '#fff';
    context.strokeStyle = color;
    context.beginPath();
    context.roundRect(x, y, card.w, card.h, 5);
    context.fill();
    context.stroke();
    context.fillStyle = '#231F20';
    context.fillText(title, x + 5, y + card.h / 2, card.w - 8);
  }
}

draw('');
is_drawn();
canvas.addEventListener('click', ({ offsetX, offsetY }) => {
  const hit = [...place.values()].find(
    ({ x, y }) => offsetX >= x && offsetX <= x + card.w && offsetY >= y && offsetY <= y + card.h
  );
  draw(hit ? hit.id : '');
});
is_ready();
