/* Waits for static/timeline_code.js and hands it what Python says. */
const code = (window.claimmapTimeline ??= {});
const here = new Promise((done) => {
  if (code.show) done();
  else code.arrived = done;
});

export default async function (component) {
  await here;
  return code.show(component);
}
