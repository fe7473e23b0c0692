// The custom functions: found by a word, with what they do and an example to start from.

import { makeStyles, MessageBar, MessageBarBody, SearchBox, Spinner, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { functionAreas, functionsOf } from "../../functions/areas";
import { searchFunctions } from "../../functions/search";
import { Card } from "../Card";
import { loadFunctions, type ListedFunction } from "../function-list";
import { FunctionItem } from "../FunctionItem";
import type { StepProps } from "../step-props";

const useStyles = makeStyles({
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  box: { width: "100%", maxWidth: "100%" },
  said: { margin: 0, fontSize: "12px", color: tokens.colorNeutralForeground2 },
  list: { listStyleType: "none", margin: 0, padding: 0 },
});

export function Functions(props: StepProps) {
  const styles = useStyles();
  const { session: { language }, text: { pane: { functions, loading } } } = props;
  const [query, setQuery] = useState("");
  const list = useFunctions(language);
  return (
    <>
      <p className={styles.hint}>{functions.hint}</p>
      <SearchBox className={styles.box} aria-label={functions.search} placeholder={functions.placeholder} value={query} onChange={(_, { value }) => setQuery(value)} />
      {list === "loading" && <Spinner size="small" label={loading} />}
      {list === "failed" && <MessageBar intent="error" layout="multiline"><MessageBarBody>{functions.failed}</MessageBarBody></MessageBar>}
      {typeof list === "object" && <Found {...props} list={list} query={query.trim()} />}
    </>
  );
}

/** By area until something is searched for; then the best first. */
function Found({ list, query, ...props }: StepProps & { readonly list: readonly ListedFunction[]; readonly query: string }) {
  const styles = useStyles();
  const { functions } = props.text.pane;
  const found = searchFunctions(list, query);
  const said = query === "" ? "" : found.length === 0 ? functions.nothing(query) : functions.shown(found.length, list.length);
  return (
    <>
      <p role="status" className={styles.said}>{said}</p>
      {query !== "" && found.length > 0 && <Card><Items {...props} items={found} /></Card>}
      {query === "" && functionAreas.map((area) => (
        <Card key={area} heading={functions.areas[area]}>
          <Items {...props} items={list.filter(({ id }) => functionsOf[area].some((one) => one === id))} />
        </Card>
      ))}
    </>
  );
}

function Items({ items, ...props }: StepProps & { readonly items: readonly ListedFunction[] }) {
  const styles = useStyles();
  return <ul className={styles.list}>{items.map((one) => <FunctionItem key={one.id} {...props} one={one} />)}</ul>;
}

function useFunctions(language: StepProps["session"]["language"]): readonly ListedFunction[] | "loading" | "failed" {
  const [loaded, setLoaded] = useState<{ readonly language: string; readonly list: readonly ListedFunction[] | "failed" } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const show = (list: readonly ListedFunction[] | "failed") => isWanted && setLoaded({ language, list });
    loadFunctions(language).then(show, () => show("failed"));
    return () => { isWanted = false; };
  }, [language]);
  return loaded?.language === language ? loaded.list : "loading";
}
