// The pane inside Excel: the same, once office.js is ready.

import { mount } from "./mount";

void Office.onReady(() => mount(Office.context.displayLanguage || navigator.language));
