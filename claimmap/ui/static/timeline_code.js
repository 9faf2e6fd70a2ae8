/*
 * What the timeline is made of comes to the browser once, in a component that shows nothing and
 * never changes, so that Streamlit sends no more than its name from then on; the face, which does
 * change, is a few lines.
 */
const timelines = new WeakMap();

function showTimeline({ data, parentElement, setStateValue }) {
  let timeline = timelines.get(parentElement);
  if (!timeline) {
    timeline = new Timeline(parentElement);
    timelines.set(parentElement, timeline);
    const made = timeline;
    whenLine().then(({ line }) => {
      made.stopFollowing = line.follow((told) => made.obey(told));
    });
  }
  timeline.take(data, (range) => setStateValue("range", range));
  return () => {
    timelines.delete(parentElement);
    timeline.stopFollowing?.();
    timeline.close();
  };
}

window.claimmapTimeline ??= {};
window.claimmapTimeline.show = showTimeline;
window.claimmapTimeline.arrived?.();

export default function () {}
