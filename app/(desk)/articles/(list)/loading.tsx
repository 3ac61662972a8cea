import { ListSkeleton } from "#components/article/list-skeleton.tsx";
import { Page } from "#components/shell/page.tsx";

export default function Loading() {
  return (
    <Page>
      <ListSkeleton />
    </Page>
  );
}
