/*
 * What is pressed next may leave the page: what was moved is told before. Streamlit sends a page's
 * change at once, a widget's value a moment later, and drops the one of two requests that waits. So
 * a link that is pressed while a range is on its way is followed when the range has arrived.
 */
const PATIENCE = 1500; // milliseconds; then the link is followed all the same
const LOOK = 20;

/* Bring a timeline to rest before anything else is done; gives what ends that. */
function restBeforeAll(timeline) {
  const linkOf = ({ target }) => (target instanceof Element ? target.closest("a") : null);
  const press = (event) => {
    if (linkOf(event)) timeline.player.pause();
    timeline.settle();
  };
  const follow = (event) => {
    const plain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const link = linkOf(event);
    if (!link || !plain || !timeline.isOnItsWay()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const late = performance.now() + PATIENCE;
    const look = () => {
      if (timeline.isOnItsWay() && performance.now() < late) {
        setTimeout(look, LOOK);
        return;
      }
      timeline.seen = timeline.turn;
      link.click();
    };
    look();
  };
  const heard = { pointerdown: press, pagehide: press, click: follow };
  for (const [kind, act] of Object.entries(heard)) window.addEventListener(kind, act, true);
  return () => {
    for (const [kind, act] of Object.entries(heard)) window.removeEventListener(kind, act, true);
  };
}
