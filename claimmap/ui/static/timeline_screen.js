/* The timeline's elements, and how they are drawn: all at a new scale, little while it moves. */
const TALL = 68; // pixels of the highest bar
const CALM = 1000; // milliseconds between two announcements
const ROOMY = 800; // pixels for all controls to lie open

class TimelineScreen {
  constructor(parent, timeline) {
    this.timeline = timeline;
    this.controls = makeControls(timeline);
    this.thumbs = ["From", "To"].map((name) => new Thumb(timeline, name));
    this.shown = make("p", "shown");
    this.shown.setAttribute("aria-hidden", "true");
    this.heard = make("p", "heard");
    this.heard.setAttribute("role", "status");
    this.notice = make("p", "notice");
    this.notice.setAttribute("role", "alert");
    this.makeChart();
    this.key = make("p", "key");
    const { head, foot } = this.controls;
    this.root = make("section", "claimmap-timeline",
      make("div", "head", head, this.key, this.shown), this.chart, this.notice,
      make("div", "foot", foot), this.heard);
    this.root.setAttribute("aria-label", "Timeline");
    parent.append(this.root);
    this.sizes = new ResizeObserver(() => this.redraw());
    this.sizes.observe(this.chart);
  }

  makeChart() {
    this.bars = ["all", "passing"].map((name) => make("div", `bars ${name}`));
    this.ticks = make("div", "ticks");
    this.window = make("div", "window");
    this.veils = ["before", "after"].map((name) => make("div", `veil ${name}`));
    this.tip = make("div", "tip");
    this.beyond = ["before", "after"].map((name) => button("", `beyond ${name}`, () =>
      this.timeline.look(...this.timeline.extent)));
    for (const element of [...this.beyond, this.tip]) element.hidden = true;
    this.plot = make("div", "plot", this.bars, this.veils, this.window, this.tip);
    this.chart = make("div", "chart", this.plot, this.thumbs.map(({ element }) => element),
      this.ticks, this.beyond);
    dragChart(this.timeline, this.plot);
    this.plot.addEventListener("pointermove", (event) => this.point(event));
    this.plot.addEventListener("pointerleave", () => { this.tip.hidden = true; });
    this.plot.addEventListener("dblclick", () => this.timeline.extent && this.timeline.look(...this.timeline.ends()));
  }

  /* Draw all anew: another width, other days, another view. */
  redraw() {
    const { timeline } = this;
    this.root.classList.toggle("empty", !timeline.extent);
    this.tip.hidden = true;
    this.spread(this.root.clientWidth > ROOMY);
    const width = this.plot.clientWidth;
    if (timeline.extent && width) {
      this.scale = new Scale(timeline.view, width);
      drawTicks(this.ticks, this.scale);
      this.drawBars();
    }
    this.paint();
  }

  /* Where there is room, what playing can do lies open. */
  spread(roomy) {
    if (roomy === this.roomy) return;
    this.roomy = roomy;
    this.root.classList.toggle("roomy", roomy);
    this.controls.options.open = roomy;
    if (roomy) this.shown.before(this.key);
    else this.root.querySelector(".foot").before(this.key);
  }

  drawBars() {
    const { days, view, extent } = this.timeline;
    if (!days) return;
    const drawn = drawBars(this.bars, this.scale, days.all, days.passing, TALL);
    this.drawn = drawn.bars;
    const some = drawn.bars.some((bar) => bar.all !== bar.passing);
    const most = `highest: ${plural(drawn.most, "claim")} ${drawn.words}`;
    this.key.replaceChildren(...(some
      ? [keySign("passing"), "pass the other filters ", keySign("all"), "all · ", most]
      : [keySign("passing"), "claims · ", most]));
    const outside = [days.all.before(view[0]), days.all.after(view[1])];
    ["earlier", "later"].forEach((word, end) => {
      const claims = `${outside[end].toLocaleString("en")} ${word}`;
      this.beyond[end].setAttribute("aria-label", `${plural(outside[end], "claim")} ${word}: show all days`);
      this.beyond[end].hidden = view[end] === extent[end];
      this.beyond[end].textContent = end ? `${claims} ›` : `‹ ${claims}`;
      this.beyond[end].title = "Show all days";
    });
  }

  /* Draw what a moving range changes. */
  paint() {
    const { timeline } = this;
    this.controls.show();
    if (!timeline.extent) {
      this.notice.textContent = "No claim has a date yet.";
      return;
    }
    if (!this.scale) return;
    const [first, last] = timeline.ends();
    const [left, right] = [first, last + 1].map((day) => this.scale.x(
      clamp(day, timeline.view[0], timeline.view[1] + 1)));
    this.thumbs.forEach((thumb) => thumb.draw());
    this.veils[0].style.width = `${left}px`;
    this.veils[1].style.width = `${Math.max(0, this.scale.width - Math.max(left, right))}px`;
    this.window.style.transform = `translateX(${left}px)`;
    this.window.style.width = `${Math.max(0, right - left)}px`;
    const whole = first <= timeline.view[0] && last >= timeline.view[1];
    this.window.classList.toggle("whole", whole);
    this.root.classList.toggle("moving", timeline.moving);
    this.notice.textContent = first > last
      ? "“From” is later than “To”, so no claim can be shown."
      : timeline.extent[0] === timeline.extent[1] ? `All dates are ${dayWords(first)}.` : "";
  }

  /* How many claims are shown; told at once to the eye, and to the ear when it has time. */
  count(shown, total) {
    this.told = `${shown.toLocaleString("en")} of ${plural(total, "claim")}`;
    this.shown.textContent = this.told;
    this.announce();
  }

  announce() {
    if (this.waiting) return;
    this.waiting = setTimeout(() => {
      this.waiting = 0;
      if (this.told !== this.heard.textContent) this.heard.textContent = this.told;
    }, this.timeline.moving ? CALM : CALM / 5);
  }

  point(event) {
    const x = event.clientX - this.plot.getBoundingClientRect().left;
    const bar = this.timeline.moving ? null
      : this.drawn?.find((one) => x >= one.x && x < one.x + one.width && one.all);
    this.tip.hidden = !bar || event.pointerType === "touch";
    if (this.tip.hidden) return;
    this.tip.textContent = barWords(bar);
    const half = this.tip.offsetWidth / 2;
    this.tip.style.left = `${clamp(bar.x + bar.width / 2, half, this.scale.width - half)}px`;
  }

  close() {
    clearTimeout(this.waiting);
    this.sizes.disconnect();
    this.root.remove();
  }
}

function plural(number, word) {
  return `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
}

function keySign(name) {
  const sign = make("span", `sign-of ${name}`);
  sign.setAttribute("aria-hidden", "true");
  return sign;
}
