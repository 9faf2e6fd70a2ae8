/* The wire to the map: what moves goes out at most once a frame, and nothing of it to the server. */
class Channel {
  /* hear: called with each message of the map's, {kind, …}. */
  constructor(hear) {
    this.hear = hear;
    this.token = null;
    this.wire = null;
  }

  /* Talk on the channel of this token from now on. */
  join(token) {
    if (token === this.token) return;
    this.leave();
    this.token = token;
    this.wire = new BroadcastChannel(`claimmap-${token}`);
    this.wire.onmessage = ({ data }) => this.hear(data);
    this.send({ kind: "hello" });
  }

  /* kind "range" while the range moves, "rest" when it has come to rest; first, last null: open. */
  range(kind, first, last, turn) {
    this.send({ kind, first: isoOf(first), last: isoOf(last), turn });
  }

  /* What Python said of the filter: which columns to show, and which of their claims. */
  pass({ digest, query, turn }) {
    this.send({ kind: "filter", digest, query, turn });
  }

  send(message) {
    this.wire?.postMessage(message);
  }

  leave() {
    this.wire?.close();
    this.wire = null;
    this.token = null;
  }
}
