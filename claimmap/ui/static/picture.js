/* The chart above as a file: SVG as it is drawn, PNG at twice its size, both with their title. */
const MARGIN = 16;
const LINE = 24;

function chartNear(parentElement) {
  const inside = parentElement.getRootNode();
  const own = inside.host || parentElement;
  const box = own.closest('[class*="st-key-series"]');
  return box && box.querySelector('[data-testid="stVegaLiteChart"] svg.marks');
}

/* An element of a drawing's own kind. */
function part(drawing, name, values, words) {
  const made = document.createElementNS(drawing.namespaceURI, name);
  for (const [key, value] of Object.entries(values)) made.setAttribute(key, value);
  if (words) made.textContent = words;
  return made;
}

/* A drawing that stands alone: on its own ground, under its title, with its words for who hears it. */
function standing(chart, { title, words }) {
  const box = chart.getBoundingClientRect();
  const look = getComputedStyle(document.querySelector(".stApp"));
  const [width, height] = [Math.ceil(box.width) + MARGIN * 2, Math.ceil(box.height) + LINE + MARGIN * 2];
  const made = part(chart, "svg", { width, height, viewBox: `0 0 ${width} ${height}`, role: "img" });
  const copy = chart.cloneNode(true);
  const family = getComputedStyle(chart.querySelector("text") || chart).fontFamily;
  copy.setAttribute("x", MARGIN);
  copy.setAttribute("y", MARGIN + LINE);
  made.append(part(chart, "title", {}, title), part(chart, "desc", {}, words),
    part(chart, "rect", { width: "100%", height: "100%", fill: look.backgroundColor }),
    part(chart, "text", { x: MARGIN, y: MARGIN + 12, fill: look.color, "font-size": 17, "font-weight": 650, "font-family": family }, title),
    copy);
  return { made, width, height };
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function svgOf(made) {
  return new Blob([new XMLSerializer().serializeToString(made)], { type: "image/svg+xml" });
}

async function pngOf({ made, width, height }) {
  const address = URL.createObjectURL(svgOf(made));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [width * 2, height * 2];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

export default function ({ data, parentElement }) {
  const root = rootOf(parentElement);
  const button = (words, ending, write) => {
    const made = make("button", "", words);
    made.type = "button";
    made.addEventListener("click", async () => {
      const chart = chartNear(parentElement);
      if (chart) save(await write(standing(chart, data)), `${data.name}.${ending}`);
    });
    return made;
  };
  root.replaceChildren(button("Download SVG", "svg", ({ made }) => svgOf(made)),
    button("Download PNG", "png", pngOf));
}
