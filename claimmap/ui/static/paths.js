/* The paths of claims from roots to outlets, under the words that count them. */
export default function ({ data, parentElement }) {
  rootOf(parentElement).replaceChildren(claimmap.paths({ ...data.paths, words: "" }));
}
