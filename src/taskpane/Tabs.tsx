// Tabs moved through with the arrow keys, as ARIA wants them. (Fluent's own leave focusable dummies that axe objects to.)

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type KeyboardEvent } from "react";

const useStyles = makeStyles({
  list: { display: "flex", overflowX: "auto", gap: "4px", minWidth: 0 },
  tab: {
    font: "inherit", fontSize: "14px", lineHeight: "20px", whiteSpace: "nowrap", padding: "10px 12px", cursor: "pointer", border: "none", backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2, boxShadow: "inset 0 -3px 0 transparent", flexShrink: 0,
    ":hover": { color: tokens.colorNeutralForeground1, boxShadow: `inset 0 -3px 0 ${tokens.colorNeutralStroke1}` },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px", borderRadius: "4px" },
  },
  chosen: { color: tokens.colorNeutralForeground1, fontWeight: 600, boxShadow: `inset 0 -3px 0 ${tokens.colorBrandStroke1}`, ":hover": { boxShadow: `inset 0 -3px 0 ${tokens.colorBrandStroke1}` } },
});

interface Props {
  readonly label: string;
  readonly tabs: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string;
  /** Id of the element with role tabpanel. */
  readonly panel: string;
  readonly className?: string;
  choose(id: string): void;
}

export function Tabs({ label, tabs, chosen, panel, className, choose }: Props) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    const next = nextTab(event.key, tabs.findIndex(({ id }) => id === chosen), tabs.length);
    const tab = next === null ? undefined : tabs[next];
    if (next === null || !tab) return;
    event.preventDefault();
    choose(tab.id);
    (list.current?.children[next] as HTMLElement | undefined)?.focus();
  }

  return (
    <div ref={list} role="tablist" aria-label={label} className={mergeClasses(styles.list, className)} onKeyDown={move}>
      {tabs.map(({ id, name }) => (
        <button
          key={id} type="button" role="tab" aria-selected={id === chosen} aria-controls={panel} tabIndex={id === chosen ? 0 : -1}
          className={mergeClasses(styles.tab, id === chosen && styles.chosen)} onClick={() => choose(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

function nextTab(key: string, at: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
      return (at + 1) % count;
    case "ArrowLeft":
      return (at + count - 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
