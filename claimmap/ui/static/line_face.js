/* Waits for static/line.js and hands it what Python says. */
const page = (window.claimmapLine ??= {});
page.here ??= new Promise((done) => { page.arrived = done; });
export default async (component) => (await page.here).show(component);
