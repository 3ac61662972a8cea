/** Where `npm run build` puts the product, relative to the checkout. */
export const PRODUCT = ".product";
