'use strict';
// A run, step by step: one choice of chapter, one time window and one current step, shown by a time
// line, a scrubber, a sentence, a sequence diagram and a table.
const SondeStory = (() => {
  const { onRedraw, make, data, number } = Sonde;
  const kindWords = {
    message: 'Messages', candidate: 'Candidates', decision: 'Decisions', person: 'People',
    media: 'Connections', fault: 'Faults',
  };
  const laneHeight = 58;
  const mostMarks = 2500;

  /** Columns of numbers as objects. */
  function steps(model) {
    return model.event.map((event, i) => ({
      event, at: model.at[i], sent: model.at[i] - model.flight[i], kind: model.kinds[model.kind[i]],
      from: model.from[i], to: model.to[i], words: model.words[model.word[i]],
      chapter: model.chapter[i],
    }));
  }

  /** An instant, in microseconds, for people. */
  function instant(micros, span) {
    if (span < 20e6) return (micros / 1e3).toFixed(span < 2e5 ? 2 : 1).replace(/\B(?=(\d{3})+\.)/g, '\u2009') + '\u202fms';
    return (micros / 1e6).toFixed(span < 2e8 ? 2 : 1) + '\u202fs';
  }

  /** Round places for ticks. */
  function ticks(from, to, most) {
    const rough = (to - from) / most;
    const power = Math.pow(10, Math.floor(Math.log10(rough)));
    const step = [1, 2, 5, 10].map(n => n * power).find(n => n >= rough);
    const places = [];
    for (let at = Math.ceil(from / step) * step; at <= to; at += step) places.push(at);
    return { places, step };
  }

  /** The sign of a kind of step around a point; kinds differ in shape, not only in colour. */
  function sign(kind, x, y, r) {
    const cls = { class: 'k-' + kind };
    switch (kind) {
      case 'decision':
        return make('rect', { ...cls, x: x - r, y: y - r, width: 2 * r, height: 2 * r, rx: 1 });
      case 'media':
        return make('path', { ...cls, d: `M${x} ${y - r - 1}l${r + 1} ${r + 1}l${-r - 1} ${r + 1}l${-r - 1} ${-r - 1}z` });
      case 'fault':
        return make('path', { ...cls, fill: 'none', 'stroke-width': 2.5, d: `M${x - r} ${y - r}l${2 * r} ${2 * r}m0 ${-2 * r}l${-2 * r} ${2 * r}` });
      case 'person':
        return make('circle', { ...cls, cx: x, cy: y, r });
      case 'candidate':
        return make('circle', { ...cls, cx: x, cy: y, r: r - 1, 'fill-opacity': 0.15 });
      default:
        return make('path', { ...cls, d: `M${x - r} ${y - r + 1}l${2 * r} ${r - 1}l${-2 * r} ${r - 1}z` });
    }
  }

  class Story {
    constructor(host) {
      this.host = host;
      this.model = data(host.dataset.story);
      this.steps = steps(this.model);
      this.hidden = new Set();
      this.build();
      this.choose(0);
      onRedraw(() => this.draw());
    }

    build() {
      const { host, model } = this;
      const id = host.id;
      this.select = make('select', { id: id + '-chapter' },
        ...model.chapters.map((chapter, i) => make('option', { value: i }, chapter.title)));
      this.select.addEventListener('change', () => this.choose(Number(this.select.value)));
      const button = (words, name, act) => {
        const made = make('button', { type: 'button', 'aria-label': name }, words);
        made.addEventListener('click', act);
        return made;
      };
      this.filters = model.kinds.map(kind => {
        const made = make('button', { type: 'button', 'aria-pressed': 'true' },
          make('svg', { class: 'key', viewBox: '-7 -7 14 14', 'aria-hidden': 'true' }, sign(kind, 0, 0, 4)),
          kindWords[kind]);
        made.addEventListener('click', () => {
          const show = this.hidden.delete(kind);
          if (!show) this.hidden.add(kind);
          made.setAttribute('aria-pressed', String(show));
          this.draw();
        });
        return made;
      });
      this.scrubber = make('input', {
        type: 'range', min: 0, step: 1, 'aria-label': 'Current step', id: id + '-scrubber',
      });
      this.scrubber.addEventListener('input', () => this.go(Number(this.scrubber.value)));
      this.now = make('p', { class: 'now', 'aria-live': 'polite' });
      this.lines = make('div', { class: 'lines' });
      this.sequence = make('div', {
        class: 'sequence', tabindex: 0, role: 'region', 'aria-label': 'Sequence diagram',
      });
      this.note = make('p', { class: 'note' });
      this.table = make('details', {}, make('summary', {}, 'These steps as a table'));
      this.table.addEventListener('toggle', () => this.fillTable());
      host.append(
        make('div', { class: 'controls' },
          make('label', { for: id + '-chapter' }, 'Show'), this.select),
        make('div', { class: 'controls', role: 'group', 'aria-label': 'Kinds of steps' },
          ...this.filters),
        make('div', { class: 'controls', role: 'group', 'aria-label': 'Time window' },
          button('−', 'Zoom out', () => this.zoom(2)),
          button('+', 'Zoom in around the current step', () => this.zoom(0.5)),
          button('◂', 'Earlier', () => this.pan(-0.4)),
          button('▸', 'Later', () => this.pan(0.4)),
          button('All', 'Show all of the time', () => this.all()),
          button('‹ Step', 'Previous step', () => this.go(this.current - 1)),
          button('Step ›', 'Next step', () => this.go(this.current + 1))),
        this.lines, this.scrubber, this.now,
        make('h3', {}, 'Who said what to whom'), this.sequence, this.note, this.table);
    }

    /** Shows a chapter from its beginning. */
    choose(index) {
      const chapter = this.model.chapters[index];
      const everybody = chapter.members.length === 0;
      const own = everybody ? this.steps : this.steps.filter(step => step.chapter === index);
      const from = own.length ? own[0].at : 0;
      const to = own.length ? own[own.length - 1].at : 1;
      this.shown = everybody ? own : this.steps.filter(step => step.chapter === index
        || (step.chapter < 0 && step.kind === 'fault' && step.at >= from && step.at <= to));
      // The server stands between two people, else before all.
      this.lanes = everybody ? this.model.lanes.map((name, i) => i)
        : [chapter.members[0], 0, ...chapter.members.slice(1)];
      const margin = Math.max(1000, (to - from) * 0.03);
      this.whole = [from - margin, to + margin];
      this.window = [...this.whole];
      this.table.open = false;
      this.scrubber.max = Math.max(0, this.shown.length - 1);
      this.go(0);
      this.draw();
    }

    /** Makes a step the current one, and keeps it in the window. */
    go(index) {
      this.current = Math.min(this.shown.length - 1, Math.max(0, index));
      const step = this.shown[this.current];
      this.scrubber.value = this.current;
      if (!step) {
        this.now.textContent = 'There are no steps.';
        return;
      }
      const text = `${instant(step.at, this.whole[1] - this.whole[0])}, event ${step.event}`;
      this.scrubber.setAttribute('aria-valuetext', `${text}: ${this.sentence(step)}`);
      this.now.replaceChildren(make('b', {}, text),
        ` · step ${this.current + 1} of ${this.shown.length}`, make('br'), this.sentence(step));
      if (step.at < this.window[0] || step.at > this.window[1]) {
        const half = (this.window[1] - this.window[0]) / 2;
        this.window = [step.at - half, step.at + half];
        this.draw();
      } else {
        this.point();
      }
    }

    sentence(step) {
      const name = lane => this.model.lanes[lane] ?? '';
      const who = step.to >= 0 && step.to !== step.from
        ? `${name(step.from)} → ${name(step.to)}` : name(step.from);
      return `${who}: ${step.words}`;
    }

    zoom(factor) {
      const [from, to] = this.window;
      const step = this.shown[this.current];
      const centre = factor < 1 && step ? step.at : (from + to) / 2;
      const half = Math.min((to - from) * factor, this.whole[1] - this.whole[0]) / 2;
      this.setWindow(centre - Math.max(half, 500), centre + Math.max(half, 500));
    }

    pan(share) {
      const by = (this.window[1] - this.window[0]) * share;
      this.setWindow(this.window[0] + by, this.window[1] + by);
    }

    all() {
      this.setWindow(...this.whole);
    }

    setWindow(from, to) {
      const shift = Math.max(0, this.whole[0] - from) - Math.max(0, to - this.whole[1]);
      this.window = [Math.max(this.whole[0], from + shift), Math.min(this.whole[1], to + shift)];
      this.draw();
    }

    /** The steps of the window that are not hidden. */
    visible() {
      return this.shown.filter(step => !this.hidden.has(step.kind)
        && step.at >= this.window[0] && step.at <= this.window[1]);
    }

    draw() {
      const steps = this.visible();
      this.drawLines(steps);
      SondeSequence.draw(this, steps);
      this.point();
    }

    drawLines(steps) {
      const width = Math.max(280, this.host.clientWidth - 2);
      const height = this.lanes.length * laneHeight + 34;
      const [from, to] = this.window;
      const x = at => 12 + (at - from) / (to - from) * (width - 24);
      const y = lane => 44 + this.lanes.indexOf(lane) * laneHeight;
      const svg = make('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' });
      const { places, step } = ticks(from, to, Math.max(2, width / 110));
      for (const at of places) {
        svg.append(make('line', { x1: x(at), x2: x(at), y1: 20, y2: height, class: 'rule' }),
          make('text', { x: Math.min(x(at), width - 60), y: 14, class: 'soft' }, instant(at, step * 100)));
      }
      const { spanLane, spanStage, spanFrom, spanTo } = this.model;
      for (const lane of this.lanes) {
        svg.append(make('line', { x1: 0, x2: width, y1: y(lane), y2: y(lane), class: 'rule' }));
      }
      spanLane.forEach((lane, i) => {
        if (!this.lanes.includes(lane) || spanTo[i] < from || spanFrom[i] > to) return;
        const left = Math.max(0, x(spanFrom[i]));
        const stage = this.model.stages[spanStage[i]];
        const thick = stage === 'waiting' ? 16 : stage === 'probe' ? 10 : 4;
        svg.append(make('rect', { x: left, y: y(lane) - thick / 2, height: thick, rx: 2,
          width: Math.max(2, Math.min(width, x(spanTo[i])) - left), class: 'st-' + stage }));
      });
      for (const lane of this.lanes) {
        svg.append(make('text', { x: 8, y: y(lane) - 14, 'font-weight': 600, class: 'over' }, this.model.lanes[lane]));
      }
      for (const one of steps.slice(0, mostMarks)) this.mark(svg, one, x, y);
      this.cursor = make('line', { y1: 20, y2: height, class: 'here' });
      this.ring = make('circle', { r: 9, fill: 'none', class: 'here' });
      svg.append(this.cursor, this.ring);
      this.place = one => [x(one.at), y(one.to >= 0 && this.lanes.includes(one.to) ? one.to : one.from)];
      this.lines.replaceChildren(svg);
      svg.addEventListener('click', event => this.nearest(event, x, y));
      this.note.textContent = steps.length > mostMarks
        ? `The time line shows the first ${number(mostMarks)} of ${number(steps.length)} steps; zoom in for others.` : '';
    }

    mark(svg, one, x, y) {
      if (!this.lanes.includes(one.from)) return;
      const flies = one.to >= 0 && one.to !== one.from && this.lanes.includes(one.to);
      const y2 = y(flies ? one.to : one.from);
      if (flies) {
        const lost = one.kind === 'fault';
        const y1 = y(one.from);
        const end = lost ? (y1 + y2) / 2 : y2;
        svg.append(make('line', { x1: x(one.sent), x2: x(one.at), y1, y2: end, class: 'k-' + one.kind,
          'stroke-width': 1.4, ...(one.kind === 'message' ? {} : { 'stroke-dasharray': '4 3' }) }));
        svg.append(lost ? sign('fault', x(one.at), end, 5) : sign(one.kind, x(one.at), end, 4));
      } else {
        svg.append(sign(one.kind, x(one.at), y2, one.kind === 'fault' ? 6 : 4));
      }
    }

    /** What the scrubber does, with a pointer. */
    nearest(event, x, y) {
      const box = this.lines.getBoundingClientRect();
      const px = event.clientX - box.left;
      const py = event.clientY - box.top;
      let best = null;
      let least = Infinity;
      this.shown.forEach((one, i) => {
        if (this.hidden.has(one.kind)) return;
        const [at, lane] = this.place(one);
        const far = Math.hypot(at - px, lane - py);
        if (far < least) { least = far; best = i; }
      });
      if (best !== null) this.go(best);
    }

    /** Shows where the current step is. */
    point() {
      const one = this.shown[this.current];
      if (!one || !this.place) return;
      const [x, y] = this.place(one);
      this.cursor.setAttribute('x1', x);
      this.cursor.setAttribute('x2', x);
      this.ring.setAttribute('cx', x);
      this.ring.setAttribute('cy', y);
      SondeSequence.point(this, one);
    }

    fillTable() {
      if (!this.table.open) return;
      const span = this.whole[1] - this.whole[0];
      const rows = this.shown.slice(0, 1000).map(one => make('tr', {},
        make('td', { class: 'number' }, String(one.event)),
        make('td', { class: 'number' }, instant(one.at, span)),
        make('td', {}, this.sentence(one))));
      const head = make('tr', {}, ...['Event', 'Time', 'Step'].map((words, i) =>
        make('th', { scope: 'col', class: i < 2 ? 'number' : 'words' }, words)));
      this.table.replaceChildren(this.table.firstChild, make('div', { class: 'grid wide', tabindex: 0,
        role: 'region', 'aria-label': 'Steps as a table' },
      make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows))));
    }
  }

  return { Story, instant, sign };
})();
