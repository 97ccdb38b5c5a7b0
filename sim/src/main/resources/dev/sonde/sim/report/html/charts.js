'use strict';
// Charts: each is drawn by uPlot from the JSON that stands beside it.
(() => {
  const { colour, onRedraw, make, data, number } = Sonde;
  const dashes = [[], [7, 4], [2, 3], [10, 3, 2, 3], [], [4, 4], []];
  const whole = Array.from({ length: 27 }, (unused, i) => [1, 2, 5][i % 3] * 10 ** Math.floor(i / 3));
  const strokes = ['--s0', '--s1', '--s2', '--s3', '--s4', '--s5', '--s6'];

  /** The values of a line at the places of all lines: of a step the last one, else in between. */
  function at(line, values, places) {
    let i = -1;
    return places.map(x => {
      while (i + 1 < line.x.length && line.x[i + 1] <= x) i++;
      if (i < 0) return null;
      if (line.x[i] === x || (line.steps && i + 1 < line.x.length)) return values[i];
      if (i + 1 >= line.x.length) return line.steps ? values[i] : null;
      const share = (x - line.x[i]) / (line.x[i + 1] - line.x[i]);
      const from = values[i];
      const to = values[i + 1];
      return from === null || to === null ? null : from + share * (to - from);
    });
  }

  function withAlpha(hex, alpha) {
    const value = parseInt(hex.slice(1), 16);
    return `rgba(${value >> 16}, ${(value >> 8) & 255}, ${value & 255}, ${alpha})`;
  }

  /** uPlot's columns, series and bands for a chart. */
  function plan(chart) {
    const places = [...new Set(chart.lines.flatMap(line => line.x))].sort((a, b) => a - b);
    const columns = [places];
    const series = [{}];
    const bands = [];
    chart.lines.forEach((line, i) => {
      const paths = line.steps ? uPlot.paths.stepped({ align: 1 }) : undefined;
      const stroke = colour(strokes[i % strokes.length]);
      if (line.high) {
        for (const edge of [line.high, line.low]) {
          columns.push(at(line, edge, places));
          series.push({ stroke: 'transparent', width: 0, paths, points: { show: false } });
        }
        bands.push({
          series: [columns.length - 2, columns.length - 1],
          fill: withAlpha(stroke, Number(colour('--band'))),
        });
      }
      columns.push(at(line, line.y, places));
      series.push({
        stroke, paths, width: 2, dash: dashes[i % dashes.length], line: i,
        points: { show: !line.steps && line.x.length <= 40, size: 7, fill: stroke, width: 0 },
      });
    });
    return { columns, series, bands };
  }

  /** Vertical lines at given places, with their words. */
  function markers(chart) {
    return plot => {
      const ctx = plot.ctx;
      ctx.save();
      ctx.strokeStyle = colour('--soft');
      ctx.fillStyle = colour('--ink');
      ctx.font = `${12 * devicePixelRatio}px system-ui, sans-serif`;
      const base = chart.percent
        ? plot.bbox.top + plot.bbox.height - 8 * devicePixelRatio : plot.bbox.top + 13 * devicePixelRatio;
      ctx.setLineDash([4 * devicePixelRatio, 4 * devicePixelRatio]);
      const right = plot.bbox.left + plot.bbox.width;
      chart.markers.forEach((marker, i) => {
        const x = plot.valToPos(marker.at, 'x', true);
        if (x < plot.bbox.left || x > right) return;
        ctx.beginPath();
        ctx.moveTo(x, plot.bbox.top);
        ctx.lineTo(x, plot.bbox.top + plot.bbox.height);
        ctx.stroke();
        const room = ctx.measureText(marker.label).width + 6 * devicePixelRatio;
        ctx.textAlign = x + room > right ? 'right' : 'left';
        const gap = (ctx.textAlign === 'left' ? 5 : -5) * devicePixelRatio;
        ctx.fillText(marker.label, x + gap, base + (chart.percent ? -15 : 15) * i * devicePixelRatio);
      });
      ctx.restore();
    };
  }

  function extent(chart, columns) {
    const xs = columns[0];
    const marks = chart.markers.map(marker => marker.at);
    const low = Math.min(xs[0], ...marks);
    const high = Math.max(xs[xs.length - 1], ...marks);
    return low === high ? [low - 1, high + 1] : [low, high];
  }

  function draw(host, chart) {
    const { columns, series, bands } = plan(chart);
    const readout = host.parentElement.querySelector('.readout');
    const unit = chart.yUnit ? '\u202f' + chart.yUnit : '';
    function say(plot) {
      const i = plot.cursor.idx;
      if (i === null || i === undefined) return;
      const parts = plot.series.map((one, s) => {
        if (one.line === undefined) return null;
        const line = chart.lines[one.line];
        const band = line.high
          ? ` (${number(plot.data[s - 1][i])} to ${number(plot.data[s - 2][i])})` : '';
        const name = chart.lines.length > 1 ? line.name + ' ' : '';
        return `${name}${number(plot.data[s][i])}${unit}${band}`;
      }).filter(part => part);
      const where = `${number(plot.data[0][i])}${chart.xUnit ? '\u202f' + chart.xUnit : ''}`;
      readout.textContent = `At ${where}: ${parts.join(' · ')}`;
      host.setAttribute('aria-valuenow', String(i));
      host.setAttribute('aria-valuetext', readout.textContent);
    }
    const axis = {
      stroke: colour('--soft'), font: '12px system-ui, sans-serif', labelGap: 2, labelSize: 20,
      labelFont: '12px system-ui, sans-serif',
      grid: { stroke: colour('--rule'), width: 1 }, ticks: { show: false },
      values: (plot, ticks) => ticks.map(number),
    };
    const plot = new uPlot({
      width: Math.max(240, host.clientWidth), height: host.clientWidth < 420 ? 250 : 300,
      legend: { show: false },
      padding: [10, 14, 0, 0],
      scales: {
        x: { time: false, range: extent(chart, columns) },
        y: { range: (p, low, high) => chart.percent ? [0, 100] : uPlot.rangeNum(
          Math.min(0, low ?? 0), Math.max(high ?? 1, 1e-3), 0.08, true) },
      },
      axes: [
        { ...axis, label: chart.x, grid: { show: false }, size: 30 },
        { ...axis, label: chart.y, size: 52, ...(!chart.yUnit && chart.lines.every(line => line.y.every(Number.isInteger)) ? { incrs: whole } : {}) },
      ],
      series, bands,
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
      hooks: { setCursor: [say], draw: [markers(chart)] },
    }, columns, host);
    return plot;
  }

  function chart(host) {
    const model = data(host.dataset.chart);
    let plot = null;
    host.tabIndex = 0;
    host.setAttribute('role', 'slider');
    host.setAttribute('aria-label', `${model.title}: ${model.y} by ${model.x}; arrow keys read it`);
    function redraw() {
      if (plot) plot.destroy();
      plot = draw(host, model);
      host.setAttribute('aria-valuemin', '0');
      host.setAttribute('aria-valuemax', String(plot.data[0].length - 1));
      if (!host.hasAttribute('aria-valuenow')) host.setAttribute('aria-valuenow', '0');
    }
    host.addEventListener('keydown', event => {
      const last = plot.data[0].length - 1;
      const far = Math.max(1, Math.round(last / 10));
      const now = plot.cursor.idx ?? 0;
      const next = {
        ArrowRight: now + 1, ArrowUp: now + 1, ArrowLeft: now - 1, ArrowDown: now - 1,
        PageUp: now + far, PageDown: now - far, Home: 0, End: last,
      }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      const i = Math.min(last, Math.max(0, next));
      plot.setCursor({ left: plot.valToPos(plot.data[0][i], 'x'), top: 0 });
    });
    onRedraw(redraw);
    redraw();
  }

  const drawn = [];
  for (const host of document.querySelectorAll('[data-chart]')) {
    const model = data(host.dataset.chart);
    if (model.lines.some(line => line.x.length)) drawn.push(host);
    else host.replaceWith(make('p', { class: 'note' }, 'There is nothing to draw.'));
  }
  drawn.forEach(chart);
})();
