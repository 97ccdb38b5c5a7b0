package dev.sonde.sim.cli;

/** Checks of a page as a person with other eyes or other means would make them. */
final class Audit {

    /** WCAG 2.2, 1.4.3: 4.5 : 1, or 3 : 1 for large or bold large text. */
    private static final String CONTRAST = """
            (() => {
              const canvas = document.createElement('canvas')
                .getContext('2d', {willReadFrequently: true});
              const rgba = text => {
                canvas.clearRect(0, 0, 1, 1);
                canvas.fillStyle = text;
                canvas.fillRect(0, 0, 1, 1);
                return [...canvas.getImageData(0, 0, 1, 1).data];
              };
              const light = ([r, g, b]) => {
                const part = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
                return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
              };
              const paper = e => {
                for (; e; e = e.parentElement) {
                  const colour = rgba(getComputedStyle(e).backgroundColor);
                  if (colour[3] === 255) return colour;
                }
                return [255, 255, 255, 255];
              };
              const wrong = new Set();
              for (const e of document.querySelectorAll('body *')) {
                const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
                const hidden = !e.checkVisibility() || e.closest('script, style, noscript, .skip');
                if (!own || hidden) continue;
                const style = getComputedStyle(e);
                const ink = rgba(e.ownerSVGElement ? style.fill : style.color);
                const a = light(ink);
                const b = light(paper(e));
                const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                const size = parseFloat(style.fontSize);
                const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
                if (ratio < (large ? 3 : 4.5)) {
                  const name = `${e.tagName}.${e.getAttribute('class')}`;
                  const words = e.textContent.trim().slice(0, 40);
                  wrong.add(`${name} ${ratio.toFixed(2)}: ${words}`);
                }
              }
              return [...wrong].join('\\n');
            })()
            """;

    /** Controls and regions have names, ids are unique, headings leave no level out. */
    private static final String NAMES = """
            (() => {
              const wrong = [];
              const named = e => e.getAttribute('aria-label')
                || (e.getAttribute('aria-labelledby') || '').split(' ').filter(id => id)
                  .every(id => document.getElementById(id)?.textContent.trim())
                  && e.hasAttribute('aria-labelledby')
                || e.labels?.length || e.textContent.trim();
              for (const e of document.querySelectorAll('a, button, select, input, figure, '
                + '[role=slider], [role=region], [role=group], section, nav, svg[role=img]')) {
                if (!named(e)) wrong.push('no name: ' + e.outerHTML.slice(0, 90));
              }
              const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
              ids.filter((id, i) => ids.indexOf(id) !== i)
                .forEach(id => wrong.push('twice: ' + id));
              let level = 0;
              for (const e of document.querySelectorAll('h1, h2, h3, h4')) {
                const now = Number(e.tagName[1]);
                if (now > level + 1) wrong.push('heading jumps: ' + e.textContent);
                level = now;
              }
              for (const table of document.querySelectorAll('.grid table')) {
                if (!table.querySelector('th[scope=col]')) wrong.push('table without heads');
              }
              if (!document.documentElement.lang) wrong.push('no language');
              if (!document.title) wrong.push('no title');
              return wrong.join('\\n');
            })()
            """;

    private Audit() {}

    /** What is too faint to read, a line each; empty if nothing is. */
    static String contrast(ReportBrowser browser) {
        return browser.eval(CONTRAST);
    }

    /** What a screen reader would stumble over, a line each; empty if nothing. */
    static String names(ReportBrowser browser) {
        return browser.eval(NAMES);
    }
}
