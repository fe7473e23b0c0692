// How much the pane loads before anything is brought in; `npm run bench` measures how soon it can be used.

import { loadedSizes } from "./first-load";

const most = 250 * 1024;

it.each(["index.html", "taskpane.html"])("loads %s with less than 250 KB of scripts and styles, office.js aside", (page) => {
  const sizes = loadedSizes(page);
  const sum = sizes.reduce((all, size) => all + size, 0);
  console.info(`${page}: ${Math.round(sum / 1024)} KB compressed in ${sizes.length} files`);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sum).toBeLessThan(most);
});
