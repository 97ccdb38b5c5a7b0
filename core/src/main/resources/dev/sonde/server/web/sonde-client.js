/**
 * A reference client for the probe protocol, in one file without dependencies.
 *
 *   import { SondeClient } from './sonde-client.js';
 *   const client = new SondeClient({ url: 'https://sonde.example.org', token });
 *   client.on('match_found', ({ match_id, members, rtt_ms }) => { ... });
 *   client.connect();
 *   client.join();
 *
 * It speaks Socket.IO (protocol 5, Engine.IO 4) over a websocket, answers probes by itself, comes
 * back after a lost connection with the same `instance` and asks for its place again.
 */

const PINGS = 5;
const PONG_TIMEOUT_MS = 2000;
const PING_GAP_MS = 100;
const CONNECT_TIMEOUT_MS = 10000;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 5000;

/** True if `me` offers: the lower id, by number if both ids are numbers, else by locale. */
export function isInitiator(me, peer) {
  const a = Number(me);
  const b = Number(peer);
  const difference = Number.isNaN(a) || Number.isNaN(b) ? me.localeCompare(peer) : a - b;
  return difference < 0;
}

/** Median of some numbers, or null of none. */
export function median(values) {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const wait = (ms) => new Promise((done) => setTimeout(done, ms));

export class SondeClient {
  #options;
  #socket = null;
  #handlers = new Map();
  #probe = null;
  #wantsMatch = null;
  #isClosed = true;
  #failures = 0;
  #silence = null;

  /**
   * @param {object} options
   * @param {string} [options.url] the server; without it the one that this page came from
   * @param {string} options.subjectId who this is; with a token it must be the token's subject
   * @param {string} [options.token] signed token, where the server asks for one
   * @param {string} [options.pool] the pool, in development mode
   * @param {RTCIceServer[]} [options.iceServers] besides those that the server names
   */
  constructor(options) {
    this.#options = { iceServers: [], ...options };
    // One value for each load of the page: tells a reload from a lost connection.
    const random = crypto.getRandomValues(new Uint32Array(4));
    this.instance = Array.from(random, (word) => word.toString(16).padStart(8, '0')).join('');
  }

  /**
   * Listens to an event: what the server says (`waiting_room`, `match_found`, `match_cancelled`,
   * `waiting_room_closed`, `superseded`, `refused`), `connection` ({state}) and `probe` (what the
   * running probe does: {step, ...}).
   */
  on(event, handler) {
    const known = this.#handlers.get(event) ?? [];
    this.#handlers.set(event, [...known, handler]);
    return this;
  }

  connect() {
    this.#isClosed = false;
    this.#open();
    return this;
  }

  /** Asks for a match, now and after each reconnect, until there is one or {@link leave}. */
  join(options = {}) {
    this.#wantsMatch = options;
    this.#emit('join', options);
  }

  leave() {
    this.#wantsMatch = null;
    this.#emit('leave', {});
  }

  close() {
    this.#isClosed = true;
    this.#dropProbe();
    this.#socket?.close();
  }

  // --- Socket.IO over a websocket ---------------------------------------------------------------

  #open() {
    const { url, subjectId, token, pool } = this.#options;
    const address = new URL('/socket.io/', url ?? location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    const query = { EIO: 4, transport: 'websocket', instance: this.instance };
    if (token) query.token = token;
    else if (subjectId) query.subject_id = subjectId;
    if (pool) query.pool = pool;
    address.search = new URLSearchParams(query);
    const socket = new WebSocket(address);
    this.#socket = socket;
    this.#tell('connection', { state: 'connecting' });
    socket.onmessage = ({ data }) => this.#packet(socket, String(data));
    socket.onclose = () => this.#lost(socket);
  }

  #packet(socket, packet) {
    if (socket !== this.#socket) return;
    const type = packet[0];
    if (type === '0') {
      const { pingInterval, pingTimeout } = JSON.parse(packet.slice(1));
      this.#patienceMs = pingInterval + pingTimeout;
      socket.send('40');
    } else if (type === '2') {
      socket.send('3');
    } else if (packet.startsWith('40')) {
      this.#failures = 0;
      this.#tell('connection', { state: 'connected' });
      if (this.#wantsMatch) this.#emit('join', this.#wantsMatch);
    } else if (packet.startsWith('42')) {
      const [event, payload] = JSON.parse(packet.slice(2));
      this.#event(event, payload);
    }
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => socket.close(), this.#patienceMs);
  }

  #patienceMs = 30000;

  #lost(socket) {
    if (socket !== this.#socket) return;
    clearTimeout(this.#silence);
    this.#socket = null;
    this.#tell('connection', { state: 'lost' });
    if (this.#isClosed) return;
    // With jitter, so that not everybody comes back at once after a restart.
    const most = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** this.#failures);
    this.#failures += 1;
    setTimeout(() => !this.#isClosed && this.#open(), most * (0.5 + Math.random()));
  }

  #emit(event, payload) {
    if (this.#socket?.readyState === WebSocket.OPEN) {
      this.#socket.send(`42${JSON.stringify([event, payload])}`);
    }
  }

  #tell(event, payload) {
    (this.#handlers.get(event) ?? []).forEach((handler) => handler(payload));
  }

  // --- what the server says ---------------------------------------------------------------------

  #event(event, payload) {
    if (event === 'probe_prepare') this.#prepare(payload);
    else if (event === 'superseded') this.close();
    else if (event === 'match_found') this.#wantsMatch = null;
    else if (event === 'waiting_room_closed' && payload.reason !== 'shutdown') {
      this.#wantsMatch = null;
    } else if (payload?.probe_session_id && payload.probe_session_id === this.#probe?.id) {
      this.#probe.hear(event, payload);
    }
    this.#tell(event, payload);
  }

  #prepare(message) {
    this.#dropProbe();
    const own = message.ice_servers?.length
      ? [{
        urls: message.ice_servers,
        username: message.turn_username,
        credential: message.turn_credential,
      }]
      : [];
    this.#probe = new Probe({
      id: message.probe_session_id,
      me: this.#options.subjectId,
      peer: message.peer_subject_id,
      iceServers: [...this.#options.iceServers, ...own],
      emit: (event, payload) => this.#emit(event, payload),
      tell: (step, detail = {}) => this.#tell('probe', { step, ...detail }),
    });
    this.#emit('probe_ready', { probe_session_id: message.probe_session_id });
  }

  #dropProbe() {
    this.#probe?.drop();
    this.#probe = null;
  }
}

/** One probe, from prepare to its end. It reports once, and answers pings until it is dropped. */
class Probe {
  #peerConnection;
  #channel = null;
  #early = [];
  #pongs = new Map();
  #samples = [];
  #sent = 0;
  #hasStarted = false;
  #hasReported = false;
  #isDropped = false;

  constructor({ id, me, peer, iceServers, emit, tell }) {
    Object.assign(this, { id, me, peer, emit, tell });
    this.#peerConnection = new RTCPeerConnection({ iceServers });
    this.#peerConnection.onicecandidate = ({ candidate }) => {
      this.tell('candidate', { text: candidate ? candidate.candidate : 'end of candidates' });
      this.#signal('ice-candidate', candidate ? candidate.toJSON() : null);
    };
    this.#peerConnection.ondatachannel = ({ channel }) => this.#use(channel);
    this.tell('prepared', { id, peer });
  }

  async hear(event, payload) {
    try {
      if (event === 'probe_start') await this.#start();
      else if (event === 'probe_signal') await this.#signalled(payload);
      else if (event === 'probe_cancel') this.#cancelled(payload.reason);
    } catch (problem) {
      this.tell('problem', { text: String(problem) });
      this.#report();
    }
  }

  async #start() {
    if (this.#hasStarted) return;
    this.#hasStarted = true;
    this.tell('started');
    setTimeout(() => !this.#channel && this.#report(), CONNECT_TIMEOUT_MS);
    if (isInitiator(this.me, this.peer)) {
      this.#use(this.#peerConnection.createDataChannel('probe', {
        ordered: false,
        maxRetransmits: 0,
      }));
      await this.#peerConnection.setLocalDescription();
      this.#signal('offer', this.#peerConnection.localDescription.toJSON());
    }
  }

  async #signalled({ type, payload }) {
    if (type === 'ice-candidate') {
      if (this.#peerConnection.remoteDescription) await this.#addCandidate(payload);
      else this.#early.push(payload);
      return;
    }
    await this.#peerConnection.setRemoteDescription(payload);
    if (type === 'offer') {
      await this.#peerConnection.setLocalDescription();
      this.#signal('answer', this.#peerConnection.localDescription.toJSON());
    }
    for (const candidate of this.#early.splice(0)) await this.#addCandidate(candidate);
  }

  async #addCandidate(candidate) {
    if (candidate) await this.#peerConnection.addIceCandidate(candidate);
  }

  #use(channel) {
    channel.onmessage = ({ data }) => this.#message(channel, String(data));
    channel.onopen = () => this.#measure(channel);
  }

  #message(channel, text) {
    const [kind, number] = text.split(':');
    if (kind === 'ping') {
      if (channel.readyState === 'open') channel.send(`pong:${number}`);
    } else if (kind === 'pong') {
      this.#pongs.get(number)?.(performance.now());
      this.#pongs.delete(number);
    }
  }

  async #measure(channel) {
    this.#channel = channel;
    this.emit('probe_connected', { probe_session_id: this.id });
    this.tell('connected', await this.#selectedPair());
    for (let i = 0; i < PINGS && !this.#isOver(); i += 1) {
      if (i > 0) await wait(PING_GAP_MS);
      await this.#ping(channel, i);
    }
    await this.#report();
  }

  async #ping(channel, i) {
    if (this.#isOver() || channel.readyState !== 'open') return;
    const number = String(i);
    const pong = new Promise((done) => this.#pongs.set(number, done));
    const start = performance.now();
    this.#sent += 1;
    channel.send(`ping:${number}`);
    const end = await Promise.race([pong, wait(PONG_TIMEOUT_MS)]);
    if (end !== undefined) this.#samples.push(end - start);
    this.tell('ping', { number: i + 1, rttMs: end === undefined ? null : end - start });
  }

  #isOver() {
    return this.#isDropped || this.#hasReported;
  }

  async #selectedPair() {
    const stats = await this.#peerConnection.getStats();
    for (const entry of stats.values()) {
      if (entry.type === 'transport' && entry.selectedCandidatePairId) {
        const pair = stats.get(entry.selectedCandidatePairId);
        const local = stats.get(pair?.localCandidateId);
        const remote = stats.get(pair?.remoteCandidateId);
        return { local: local?.candidateType ?? '', remote: remote?.candidateType ?? '' };
      }
    }
    return { local: '', remote: '' };
  }

  #cancelled(reason) {
    this.tell('cancelled', { reason });
    this.#report();
  }

  /** Once: what was measured so far. Then the other one may still measure against us. */
  async #report() {
    if (this.#isOver()) return;
    this.#hasReported = true;
    const rtt = median(this.#samples);
    const result = {
      probe_session_id: this.id,
      rtt_ms: rtt,
      success: rtt !== null,
      samples: this.#samples,
      sent: this.#sent,
      received: this.#samples.length,
    };
    this.emit('probe_result', result);
    this.tell('reported', { rttMs: rtt });
  }

  #signal(type, payload) {
    this.emit('probe_signal', {
      probe_session_id: this.id,
      target_subject_id: this.peer,
      type,
      payload,
    });
  }

  drop() {
    this.#isDropped = true;
    this.#peerConnection.close();
  }
}
