import { SondeClient } from './sonde-client.js';

const byId = (id) => document.getElementById(id);
const started = performance.now();
let client = null;

function note(text) {
  const line = document.createElement('li');
  line.textContent = `${((performance.now() - started) / 1000).toFixed(2)} s  ${text}`;
  byId('log').append(line);
}

function show(id, text, state = '') {
  byId(id).textContent = text;
  byId(id).dataset.state = state;
}

const ms = (value) => (value === null ? 'none' : `${value.toFixed(2)} ms`);

const steps = {
  prepared: ({ peer }) => {
    byId('pings').replaceChildren();
    show('probe', `preparing, with ${peer}`, 'preparing');
  },
  started: () => show('probe', 'connecting', 'connecting'),
  candidate: ({ text }) => note(`own candidate: ${text}`),
  connected: ({ local, remote }) => {
    show('probe', `measuring over ${local} and ${remote}`, 'measuring');
    note(`selected pair: ${local} and ${remote}`);
  },
  ping: ({ number, rttMs }) => {
    const line = document.createElement('li');
    line.textContent = rttMs === null ? `ping ${number}: no answer` : ms(rttMs);
    byId('pings').append(line);
  },
  reported: ({ rttMs }) => show('probe', `measured ${ms(rttMs)}`, 'reported'),
  cancelled: ({ reason }) => note(`probe over: ${reason}`),
  problem: ({ text }) => note(`problem: ${text}`),
};

function listen() {
  client
    .on('connection', ({ state }) => {
      show('connection', state, state);
      note(`connection ${state}`);
    })
    .on('waiting_room', ({ waiting, needed, ms_remaining }) => {
      const left = Math.round(ms_remaining / 1000);
      show('room', `${waiting} waiting, ${needed} more needed, ${left} s left`, 'waiting');
    })
    .on('waiting_room_closed', ({ reason }) => {
      show('room', `out: ${reason}`, 'out');
      note(`waiting room closed: ${reason}`);
    })
    .on('probe', ({ step, ...detail }) => steps[step]?.(detail))
    .on('match_found', ({ members, rtt_ms }) => {
      show('match', `${members.join(' and ')}, ${ms(rtt_ms)}`, 'found');
      byId('match').dataset.rtt = String(rtt_ms);
      show('room', 'left for a match', 'out');
      note(`matched: ${members.join(', ')}`);
    })
    .on('match_cancelled', ({ reason }) => {
      show('match', `cancelled: ${reason}`, 'cancelled');
      note(`match cancelled: ${reason}`);
    })
    .on('superseded', () => note('another tab took this place'))
    .on('refused', ({ event, type }) => note(`refused ${event}: ${type}`));
}

byId('form').addEventListener('submit', (submitted) => {
  submitted.preventDefault();
  client?.close();
  client = new SondeClient({
    subjectId: byId('subject').value,
    token: byId('token').value || undefined,
  });
  window.sonde = client;
  listen();
  client.connect();
  client.join();
  byId('leave').disabled = false;
});

byId('leave').addEventListener('click', () => client?.leave());

const asked = new URLSearchParams(location.search);
byId('subject').value = asked.get('subject') ?? `guest-${Math.random().toString(36).slice(2, 8)}`;
byId('token').value = asked.get('token') ?? '';
if (asked.has('join')) byId('form').requestSubmit();
