// The bar at the foot of a step, always in sight: what comes next.

import { makeStyles, tokens } from "@fluentui/react-components";

export const useBarStyles = makeStyles({
  bar: {
    display: "flex", justifyContent: "flex-end", alignItems: "center", gap: "8px 12px", flexWrap: "wrap",
    position: "sticky", bottom: 0, zIndex: 1, padding: "10px 0", backgroundColor: tokens.colorNeutralBackground3, borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    "@media (max-width: 480px)": { "& > button": { flexGrow: 1 } },
  },
});
