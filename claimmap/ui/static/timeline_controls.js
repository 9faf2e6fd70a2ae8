/* The timeline's buttons and fields. Each is an element of the browser's own: keys, touch and names. */
const MODES = {
  window: ["Window", "The chosen days move on together"],
  growing: ["Cumulative", "The first day stays, the last moves on"],
  step: ["Single step", "One step of the calendar after the other"],
};
const STEPS = { day: "a day", week: "a week", month: "a month", year: "a year" };
const SPEEDS = [1, 2, 5, 10, 20];
const BASES = { event: "Event", statement: "Statement", published: "Publication" };
const QUICK = [7, 30];

function button(words, className, press, name = "") {
  const element = make("button", className, words);
  element.type = "button";
  if (name) element.setAttribute("aria-label", name);
  element.addEventListener("click", press);
  return element;
}

/* One of several, as a row of radio buttons; options: value -> [words, hint]. */
function choiceRow(legend, name, options, choose) {
  const group = `claimmap-${name}`;
  const inputs = Object.entries(options).map(([value, [words, hint]]) => {
    const input = make("input");
    Object.assign(input, { type: "radio", name: group, value });
    input.addEventListener("change", () => choose(value));
    const label = make("label", "", input, make("span", "", words));
    if (hint) label.title = hint;
    return { input, label };
  });
  const element = make("fieldset", `row-of-choices ${name}`, make("legend", "", legend),
    make("div", "choices", inputs.map(({ label }) => label)));
  const show = (chosen) => inputs.forEach(({ input }) => { input.checked = input.value === chosen; });
  return { element, show };
}

function choiceList(legend, options, choose) {
  const list = make("select", "", Object.entries(options).map(([value, words]) => {
    const option = make("option", "", words);
    option.value = value;
    return option;
  }));
  list.setAttribute("aria-label", legend);
  list.addEventListener("change", () => choose(list.value));
  return { element: make("label", "list", make("span", "", legend), list), list };
}

/*
 * A typed day. A browser calls each year on the way to 2024 (0002, 0020, 0202) a day too, so what is
 * typed counts when Enter is pressed or the field is left; what its calendar gives counts at once.
 */
function dayField(name, take) {
  const input = make("input", "day");
  Object.assign(input, { type: "date", min: isoOf(FIRST_DAY), max: isoOf(LAST_DAY) });
  input.setAttribute("aria-label", name);
  let typing = false;
  let shown = "";
  const done = () => {
    typing = false;
    if (input.validity.badInput || (input.value && dayOf(input.value) === null)) input.value = shown;
    if (input.value !== shown) take(dayOf(input.value));
  };
  input.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") done();
    else if (key !== "Tab") typing = true;
  });
  input.addEventListener("change", () => typing || done());
  input.addEventListener("blur", done);
  const show = (day) => {
    shown = isoOf(day);
    if (!typing && input.value !== shown) input.value = shown;
  };
  return { element: input, show };
}

/* All controls of a timeline: {head, foot, show()}; show brings them up to date with it. */
function makeControls(timeline) {
  const { settings, player } = timeline;
  const set = (name) => (value) => timeline.set({ [name]: name === "speed" ? Number(value) : value });
  const play = button(make("span", "sign"), "play", () => player.toggle());
  const from = dayField("First day", (day) => timeline.put(day, timeline.last));
  const to = dayField("Last day", (day) => timeline.put(timeline.first, day));
  const quick = QUICK.map((days) => [days, button(`${days} days`, "quick", () =>
    timeline.put(timeline.lastDay() - days + 1, null), `Last ${days} days of the data`)]);
  const all = button("All", "quick", () => timeline.put(null, null), "All days");
  const mode = choiceRow("Play as", "mode", MODES, set("mode"));
  const step = choiceList("Step", STEPS, set("step"));
  const speed = choiceList("Speed", Object.fromEntries(SPEEDS.map((pace) =>
    [pace, `${pace} a second`])), set("speed"));
  const loop = make("input");
  loop.type = "checkbox";
  loop.addEventListener("change", () => timeline.set({ loop: loop.checked }));
  const basis = choiceRow("Time shown", "basis",
    Object.fromEntries(Object.entries(BASES).map(([value, words]) => [value, [words, ""]])),
    (value) => timeline.setBasis(value));
  const nearer = button("+", "zoom", () => timeline.zoom(0.5), "Show fewer days");
  const wider = button("−", "zoom", () => timeline.zoom(2), "Show more days");
  const options = make("details", "options", make("summary", "", "Playing"), make("div", "inside",
    mode.element, step.element, speed.element,
    make("label", "loop", loop, make("span", "", "Loop"))));
  const show = () => {
    play.classList.toggle("playing", player.playing);
    play.setAttribute("aria-label", player.playing ? "Pause" : "Play");
    play.title = player.playing ? "Pause (space)" : "Play (space)";
    const { extent, first, last, view } = timeline;
    for (const element of [play, from.element, to.element, all, nearer, wider]) element.disabled = !extent;
    for (const [days, element] of quick) {
      element.hidden = !extent || extent[1] - extent[0] < days;
      element.setAttribute("aria-pressed", String(last === null && first === timeline.lastDay() - days + 1));
    }
    if (extent) [from, to].forEach((field, end) => field.show(timeline.ends()[end]));
    all.setAttribute("aria-pressed", String(first === null && last === null));
    nearer.disabled = !extent || view[1] === view[0];
    wider.disabled = !extent || (view[0] === extent[0] && view[1] === extent[1]);
    mode.show(settings.mode);
    step.list.value = settings.step;
    speed.list.value = String(settings.speed);
    loop.checked = settings.loop;
    basis.show(timeline.basis);
  };
  const dates = make("div", "dates", from.element, make("span", "dash", "–"), to.element);
  return {
    head: [play, dates, make("div", "quicks", quick.map(([, element]) => element), all),
      make("div", "zooms", wider, nearer)],
    foot: [options, basis.element],
    options,
    show,
  };
}
