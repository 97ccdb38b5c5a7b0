'use strict';
// The sequence diagram of a story's window: a column for each lane, a row for each step.
const SondeSequence = (() => {
  const { make, number } = Sonde;
  const rowHeight = 34;
  const wideTime = 84;
  const narrowTime = 62;
  const laneWidth = 150;
  const letter = 6.2;
  const mostRows = 400;

  function shortened(words, room) {
    const most = Math.max(8, Math.floor(room / letter));
    return words.length > most ? words.slice(0, most - 1) + '…' : words;
  }

  /** Inside one chapter everybody knows which probe and which socket. */
  function plain(story, words) {
    return story.lanes.length > 3 ? words : words.replace(/ ?\b(probe|socket)#\d+\b:?/g, '').trim();
  }

  function row(story, one, y, width, x, timeWidth) {
    const group = make('g', {});
    const from = x(one.from);
    const flies = one.to >= 0 && one.to !== one.from && story.lanes.includes(one.to);
    const to = flies ? x(one.to) : from;
    const words = shortened(plain(story, one.words), width - timeWidth - 16);
    const centre = (from + to) / 2;
    const half = words.length * letter / 2;
    const middle = Math.min(width - 8 - half, Math.max(timeWidth + 6 + half, centre));
    const low = y + 26;
    group.append(
      make('rect', { x: 0, y: y + 2, width, height: rowHeight - 2, fill: 'transparent', class: 'row' }),
      make('text', { x: timeWidth - 8, y: y + 19, 'text-anchor': 'end', class: 'soft' },
        SondeStory.instant(one.at, story.whole[1] - story.whole[0])));
    if (flies) {
      const way = to > from ? 1 : -1;
      const end = one.kind === 'fault' ? centre : to - way * 2;
      group.append(make('line', { x1: from, x2: end, y1: low, y2: low, class: 'k-' + one.kind,
        'stroke-width': 1.6, ...(one.kind === 'message' ? {} : { 'stroke-dasharray': '4 3' }) }));
      group.append(one.kind === 'fault' ? SondeStory.sign('fault', end, low, 5)
        : make('path', { class: 'k-' + one.kind, d: `M${end} ${low}l${-8 * way} -4v8z` }));
      group.append(make('text', { x: middle, y: y + 19, 'text-anchor': 'middle', class: 'over' }, words));
    } else {
      const left = Math.min(width - 20 - 2 * half, Math.max(timeWidth, from - 5));
      group.append(make('rect', { x: left, y: y + 5, width: 2 * half + 26, height: 24, rx: 4, class: 'box' }),
        SondeStory.sign(one.kind, left + 11, y + 17, 4),
        make('text', { x: left + 21, y: y + 21 }, words));
    }
    group.append(make('title', {}, story.sentence(one)));
    group.addEventListener('click', () => story.go(story.shown.indexOf(one)));
    return group;
  }

  function draw(story, steps) {
    const rows = steps.slice(0, mostRows);
    const room = story.host.clientWidth - 18;
    const timeWidth = room < 480 ? narrowTime : wideTime;
    const width = Math.max(room, timeWidth + story.lanes.length * (story.lanes.length > 3 ? laneWidth : 70));
    const step = (width - timeWidth) / story.lanes.length;
    const x = lane => timeWidth + (story.lanes.indexOf(lane) + 0.5) * step;
    const height = 40 + rows.length * rowHeight + 10;
    const svg = make('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img',
      'aria-label': `Sequence diagram of ${rows.length} steps; the table below has the same steps` });
    const back = make('rect', { x: 0, width, height: rowHeight, y: -99, class: 'row-here' });
    svg.append(back);
    for (const lane of story.lanes) {
      svg.append(make('line', { x1: x(lane), x2: x(lane), y1: 34, y2: height, class: 'rule' }),
        make('text', { x: x(lane), y: 24, 'text-anchor': 'middle', 'font-weight': 640, 'font-size': 13 },
          shortened(story.model.lanes[lane], step)));
    }
    story.rowOf = new Map();
    rows.forEach((one, i) => {
      story.rowOf.set(one, 36 + i * rowHeight);
      svg.append(row(story, one, 36 + i * rowHeight, width, x, timeWidth));
    });
    story.rowMark = back;
    story.sequence.replaceChildren(svg);
    if (steps.length > mostRows) {
      story.note.textContent += ` The diagram shows the first ${number(mostRows)} of ${number(steps.length)}`
        + ' steps; zoom in for others.';
    }
  }

  /** Marks the row of the current step, and brings it into view. */
  function point(story, one) {
    const y = story.rowOf.get(one);
    story.rowMark.setAttribute('y', y ?? -99);
    if (y === undefined) return;
    const box = story.sequence;
    if (y < box.scrollTop || y + 2 * rowHeight > box.scrollTop + box.clientHeight) {
      box.scrollTop = y - box.clientHeight / 3;
    }
  }

  return { draw, point };
})();

for (const host of document.querySelectorAll('[data-story]')) new SondeStory.Story(host);
