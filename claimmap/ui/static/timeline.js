/*
 * The timeline. What it shows is one range of days: at rest it is the filter's, which Python keeps;
 * while a hand or playing moves it, it goes to the map alone, and to Python once it has come to rest.
 */
const KEYS_REST = 300; // milliseconds after the last key

class Timeline {
  constructor(parent) {
    this.settings = readKept();
    Object.assign(this, {
      extent: null, first: null, last: null, basis: "event", view: null, viewIsOwn: false,
      turn: 0, moving: false, timer: 0, frame: 0, tell: () => {}, seen: 0,
    });
    this.channel = new Channel((message) => this.hear(message));
    this.line = null;
    this.player = new Player(this, this.settings, () => this.paint());
    this.screen = new TimelineScreen(parent, this);
    this.stopListening = restBeforeAll(this);
  }

  /* The first and last day chosen; where an end is open, the data's. */
  ends() {
    return [this.first ?? this.extent[0], this.last ?? this.extent[1]];
  }

  get scale() {
    return this.screen.scale;
  }

  /* Python's word: the days there are, and the session's channel. Another session has other turns. */
  take(data, tell) {
    this.tell = tell;
    if (data.token !== this.channel.token) this.turn = 0;
    this.data = data.extent && data.extent.map(dayOf);
    this.channel.join(data.token);
    if (this.line) this.obey(this.line);
  }

  /* The line: the filter, and the last turn of ours that Python has seen. */
  obey(line) {
    this.line = line;
    this.seen = line.turn;
    if (!this.moving && line.turn >= this.turn) {
      const asked = new URLSearchParams(line.query);
      this.turn = line.turn;
      this.basis = asked.get("basis") ?? "event";
      [this.first, this.last] = [dayOf(asked.get("from")), dayOf(asked.get("to"))];
      const [total, shown] = line.counts;
      this.screen.count(shown, total);
      showMoving(false);
    }
    this.fit();
    this.channel.pass(line);
    this.screen.redraw();
  }

  /* The map's word: how many it shows, or how many claims each day has. */
  hear(message) {
    if (message.kind === "hello" && this.line) this.channel.pass(this.line);
    else if (message.kind === "drawn") this.screen.count(message.shown, message.total);
    else if (message.kind === "days") {
      const [all, passing] = [message.all, message.passing].map((counts) =>
        new Tally(dayOf(message.origin), message.days ?? null, counts));
      this.days = { all, passing };
      this.fit();
      this.screen.redraw();
    }
  }

  /* Make room for all days of the data and of the filter, and look at where most claims are. */
  fit() {
    const days = [...(this.data ?? []), ...(this.data ? [this.first, this.last] : [])];
    const known = days.filter((day) => day !== null);
    this.extent = known.length ? [Math.min(...known), Math.max(...known)] : null;
    if (!this.extent) return;
    const view = (this.viewIsOwn && this.view) || crowdedPart(this.extent, this.days?.all);
    const chosen = [this.first, this.last].filter((day) => day !== null);
    this.view = [Math.min(view[0], ...chosen), Math.max(view[1], ...chosen)]
      .map((day) => clamp(day, ...this.extent));
  }

  /* Move the range; an end that comes to stand at the extent's edge is open. */
  move(first, last) {
    const [low, high] = this.extent;
    const [before, after] = this.ends();
    if (first === before && last === after) return;
    if (first !== before) this.first = first <= low ? null : first;
    if (last !== after) this.last = last >= high ? null : last;
    this.moving = true;
    showMoving(true);
    this.paint();
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      if (this.moving) this.channel.range("range", this.first, this.last, this.turn + 1);
    });
  }

  /* Move the window as a whole by so many days from where it was, as far as there are days. */
  moveWindow(first, last, days) {
    const by = clamp(days, Math.min(0, this.extent[0] - first), Math.max(0, this.extent[1] - last));
    this.move(first + by, last + by);
  }

  shift(days) {
    this.moveWindow(...this.ends(), days);
  }

  /* The range has come to rest: tell the map and, once, Python. */
  rest() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.moving) return;
    this.moving = false;
    this.turn += 1;
    const { first, last, basis, turn } = this;
    this.channel.range("rest", first, last, turn);
    this.tell({ first: isoOf(first), last: isoOf(last), basis, turn });
    this.paint();
    this.screen.announce();
  }

  /* Whether Python has not answered yet to the last range that it was told. */
  isOnItsWay() {
    return this.seen < this.turn;
  }

  /* After a key: rest soon, unless another follows; `settle` when what was pressed is left. */
  settleSoon() {
    clearTimeout(this.timer);
    this.timer = this.player.playing ? 0 : setTimeout(() => this.rest(), KEYS_REST);
  }

  settle() {
    if (this.timer) this.rest();
  }

  /* Set the range in one go, as by a typed day; null leaves an end open. */
  put(first, last) {
    this.player.pause();
    [this.first, this.last] = [first, last];
    this.fit();
    this.moving = true;
    showMoving(true);
    this.rest();
    this.screen.redraw();
  }

  setBasis(basis) {
    this.basis = basis;
    this.put(this.first, this.last);
  }

  set(settings) {
    Object.assign(this.settings, settings);
    keep(this.settings);
    this.paint();
  }

  /* The last day that any claim has on this basis. */
  lastDay() {
    return this.days?.all.lastDay() ?? this.extent?.[1] ?? null;
  }

  /* Show so many times the days, around the middle of what is chosen. */
  zoom(times) {
    const [first, last] = this.ends();
    const middle = (clamp(first, ...this.view) + clamp(last, ...this.view)) / 2;
    const half = ((this.view[1] - this.view[0] + 1) * times - 1) / 2;
    this.look(Math.round(middle - half), Math.round(middle + half));
  }

  /* Look at these days, as far as there are any. */
  look(first, last) {
    this.viewIsOwn = true;
    this.view = [clamp(first, ...this.extent), clamp(last, ...this.extent)];
    this.screen.redraw();
  }

  paint() {
    this.screen.paint();
  }

  close() {
    cancelAnimationFrame(this.player.frame);
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.stopListening();
    showMoving(false);
    this.screen.close();
    this.channel.leave();
  }
}

/* While the range moves, what else tells a range (fields, chips, counts) is behind: CSS fades it. */
function showMoving(moving) {
  document.documentElement.toggleAttribute("data-claimmap-moving", moving);
}
