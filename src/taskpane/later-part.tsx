// Parts of the pane that are loaded when they are first shown.

import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import type { StepProps } from "./step-props";

/** A part that says so if it does not arrive: the rest of the pane stays, with what was brought. */
export function laterPart<P extends StepProps>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await load().catch((): ComponentType<P> => Missing) }));
}

function Missing({ text }: StepProps) {
  return <MessageBar intent="error" layout="multiline"><MessageBarBody>{text.pane.trouble.noWorker}</MessageBarBody></MessageBar>;
}
