// A white panel with an optional heading.

import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComponentProps, ReactNode } from "react";

const useStyles = makeStyles({
  card: {
    backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusXLarge, boxShadow: tokens.shadow4, padding: "20px", minWidth: 0,
    // Where the system sets the colours there is no shadow to tell a card by.
    "@media (forced-colors: active)": { border: "1px solid CanvasText" },
    "@media (max-width: 480px)": { padding: "12px" },
  },
  heading: { margin: "0 0 12px", fontSize: "16px", lineHeight: "22px", fontWeight: 600 },
});

interface Props extends ComponentProps<"section"> {
  readonly heading?: string;
  readonly children: ReactNode;
}

export function Card({ heading, children, className, ...rest }: Props) {
  const styles = useStyles();
  return (
    <section className={mergeClasses(styles.card, className)} {...rest}>
      {heading && <h2 className={styles.heading}>{heading}</h2>}
      {children}
    </section>
  );
}
