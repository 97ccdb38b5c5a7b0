'use strict';
// What charts and stories share, and the choice between light and dark.
const Sonde = (() => {
  const themes = ['system', 'light', 'dark'];
  const redraws = [];
  const root = document.documentElement;
  const button = document.getElementById('theme');

  /** The colour that a style variable stands for now. */
  const colour = name => getComputedStyle(root).getPropertyValue(name).trim();

  /** Has something drawn again whenever colours or widths change. */
  function onRedraw(draw) {
    redraws.push(draw);
  }

  function redraw() {
    for (const draw of redraws) draw();
  }

  function store(theme) {
    try { localStorage.setItem('sonde-theme', theme); } catch (e) { /* a file may have no storage */ }
  }

  function stored() {
    try { return localStorage.getItem('sonde-theme'); } catch (e) { return null; }
  }

  function setTheme(theme) {
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', theme);
    button.textContent = 'Theme: ' + theme;
    button.dataset.theme = theme;
    redraw();
  }

  button.addEventListener('click', () => {
    const next = themes[(themes.indexOf(button.dataset.theme) + 1) % themes.length];
    store(next);
    setTheme(next);
  });
  setTheme(themes.includes(stored()) ? stored() : 'system');
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);

  // On paper everything is light.
  let before = null;
  addEventListener('beforeprint', () => {
    before = root.getAttribute('data-theme');
    root.setAttribute('data-theme', 'light');
    redraw();
  });
  addEventListener('afterprint', () => {
    if (before === null) root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', before);
    redraw();
  });

  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth !== width) {
      width = innerWidth;
      redraw();
    }
  });

  /** An element with attributes and children; strings become text, never markup. */
  function make(name, attributes, ...children) {
    const element = /^(svg|g|line|rect|circle|path|text|title)$/.test(name)
      ? document.createElementNS('http://www.w3.org/2000/svg', name)
      : document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) element.setAttribute(key, value);
    element.append(...children);
    return element;
  }

  const data = id => JSON.parse(document.getElementById(id).textContent);

  /** A number for people: at most three significant decimals, groups of three. */
  function number(value) {
    if (value === null || value === undefined) return '–';
    const size = Math.abs(value);
    const digits = size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
    return Number(value.toFixed(digits)).toLocaleString('en-US').replaceAll(',', '\u2009');
  }

  return { colour, onRedraw, make, data, number };
})();
