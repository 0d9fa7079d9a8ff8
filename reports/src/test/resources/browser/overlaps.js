// What is wrong with the diagrams of a page: texts that leave their lane or the drawing, or lie over each other, and lines through texts.
const wrong = [];
for (const svg of document.querySelectorAll('svg.apc-diagram:not(.apc-legend)')) {
  const say = text => wrong.push(svg.querySelector('title').textContent + ': ' + text);
  const whole = {width: svg.width.baseVal.value, height: svg.height.baseVal.value};
  const lanes = [...svg.querySelectorAll('.apc-lane')].map(lane => lane.getBBox());
  const texts = [...svg.querySelectorAll('text')].map(text => ({
    is: text.textContent, box: text.getBBox(), isWhole: text.classList.contains('apc-whole')}));
  const ways = [...svg.querySelectorAll('.apc-way')].flatMap(way => {
    const [, x, y, to] = way.getAttribute('d').match(/^M(\d+) (\d+)H(\d+)/).map(Number);
    const [, down, end] = (way.getAttribute('d').match(/V(\d+)H(\d+)/) || [0, y, to]).map(Number);
    return [{from: Math.min(x, to), to: Math.max(x, to), y}, {from: Math.min(to, end), to: Math.max(to, end), y: down}];
  });
  texts.forEach(({is, box, isWhole}, i) => {
    if (box.x < 0 || box.y < 0 || box.x + box.width > whole.width || box.y + box.height > whole.height) {
      say(is + ' leaves the drawing');
    }
    const lane = lanes.filter(lane => lane.x <= box.x && box.y + box.height <= lane.y + lane.height).pop();
    if (lane && !isWhole && box.x + box.width > lane.x + lane.width) {
      say(is + ' leaves its lane');
    }
    for (const other of texts.slice(i + 1)) {
      const across = Math.min(box.x + box.width, other.box.x + other.box.width) - Math.max(box.x, other.box.x);
      const down = Math.min(box.y + box.height, other.box.y + other.box.height) - Math.max(box.y, other.box.y);
      if (across > 0.5 && down > 1) {
        say(is + ' lies over ' + other.is);
      }
    }
    for (const way of ways) {
      if (way.y > box.y + 3 && way.y < box.y + box.height - 3 && way.to > box.x + 1 && way.from < box.x + box.width - 1) {
        say('a line runs through ' + is);
      }
    }
  });
}
return wrong;
