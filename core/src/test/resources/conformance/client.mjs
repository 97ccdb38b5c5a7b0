// Plays a conversation with the Socket.IO client of npm: node client.mjs PORT SCRIPT, in a folder
// where socket.io-client is installed.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { io } = createRequire(`${process.cwd()}/`)('socket.io-client');
const [port, script] = process.argv.slice(2);
const sockets = new Map();
const heard = [];
const waiting = [];
let probe = '';

function hear(who, event, payload) {
  if (event === 'probe_prepare') probe = payload.probe_session_id;
  heard.push(`${who} ${event}`);
  waiting.splice(0).forEach((look) => look());
}

async function connect(who) {
  const socket = io(`http://127.0.0.1:${port}`, {
    transports: ['websocket'],
    query: { subject_id: who },
    forceNew: true,
    reconnection: false,
  });
  socket.onAny((event, payload) => hear(who, event, payload));
  sockets.set(who, socket);
  await new Promise((done, failed) => {
    socket.on('connect', done);
    socket.on('connect_error', failed);
  });
}

async function awaitHeard(what) {
  while (!heard.includes(what)) await new Promise((look) => waiting.push(look));
  heard.splice(heard.indexOf(what), 1);
}

const patience = setTimeout(() => {
  console.error(`still waiting; heard ${heard.join(', ')}`);
  process.exit(1);
}, 20000);
for (const step of JSON.parse(readFileSync(script, 'utf8'))) {
  if (step.connects) await connect(step.who);
  else {
    const payload = JSON.parse(JSON.stringify(step.with).replaceAll('$probe', probe));
    sockets.get(step.who).emit(step.says, payload);
  }
  for (const what of step.heard ?? []) await awaitHeard(what);
}
clearTimeout(patience);
sockets.forEach((socket) => socket.disconnect());
