const byId = (id) => document.getElementById(id);
const EVERY_MS = 1000;

function rows(table, lines) {
  byId(table).replaceChildren(...lines.map((cells) => {
    const row = document.createElement('tr');
    cells.forEach((text) => {
      const cell = document.createElement('td');
      cell.textContent = text;
      row.append(cell);
    });
    return row;
  }));
}

function show({ pools }) {
  const people = [];
  const probes = [];
  Object.entries(pools).forEach(([pool, seen]) => {
    seen.people.forEach(({ subject, presence, place }) => {
      people.push([pool, subject, presence, place]);
    });
    seen.probes.forEach(({ probe, a, b, phase }) => {
      probes.push([pool, probe, `${a} and ${b}`, phase]);
    });
  });
  rows('people', people);
  rows('probes', probes);
  byId('state').textContent = `${people.length} people, ${probes.length} live probes`;
}

async function look() {
  const token = byId('token').value;
  const headers = token ? { Authorization: `Bearer ${token}` } : {};
  try {
    const answer = await fetch('/lobby', { headers });
    if (answer.ok) show(await answer.json());
    else byId('state').textContent = await answer.text();
  } catch {
    byId('state').textContent = 'the server does not answer';
  }
}

byId('form').addEventListener('submit', (submitted) => {
  submitted.preventDefault();
  look();
});
look();
setInterval(look, EVERY_MS);
