// The pane as a plain browser page.

import { mount } from "./mount";

mount(navigator.language);
