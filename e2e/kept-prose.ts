/** How many pieces of prose that the server has not stored this browser keeps, of whoever signed in here. Runs in the page. */
export async function countKeptProse(): Promise<number> {
  const names = (await indexedDB.databases()).map(({ name = "" }) => name);
  const counts = names.filter((name) => /^uratori:.+:prose$/.test(name)).map(countIn);
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);

  function countIn(name: string): Promise<number> {
    return new Promise((done, fail) => {
      const opening = indexedDB.open(name);
      opening.onerror = () => fail(opening.error);
      opening.onsuccess = () => {
        const counting = opening.result.transaction("updates").objectStore("updates").count();
        counting.onsuccess = () => {
          opening.result.close();
          done(counting.result);
        };
      };
    });
  }
}
