"use client";

import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Loader,
  Menu,
  Modal,
  Popover,
  Tooltip,
} from "@mantine/core";

/** The look as Mantine understands it. Surfaces and text come from tokens.css through `cssVariables` below. */
export const theme = createTheme({
  primaryColor: "shu",
  primaryShade: { light: 7, dark: 7 },
  black: "#1d1b18",
  white: "#ffffff",
  colors: {
    shu: [
      "#fdf1ee",
      "#f9ded8",
      "#f4bfb4",
      "#ffb3a4",
      "#ff8a75",
      "#e25e49",
      "#cf4431",
      "#bf3322",
      "#a32818",
      "#861f12",
    ],
    gray: [
      "#f8f6f1",
      "#f3f0e9",
      "#eae5db",
      "#e3ded3",
      "#cfc9bc",
      "#8f887b",
      "#5f5a51",
      "#4a463f",
      "#322f2a",
      "#1d1b18",
    ],
    dark: [
      "#ece7dc",
      "#d2cbbe",
      "#b4ad9f",
      "#989184",
      "#4a453d",
      "#322e29",
      "#26231f",
      "#1e1c19",
      "#171513",
      "#100e0d",
    ],
  },
  fontFamily: "var(--font-gothic)",
  headings: { fontFamily: "var(--font-mincho)", fontWeight: "600", textWrap: "pretty" },
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  lineHeights: { xs: "1.5", sm: "1.55", md: "1.6", lg: "1.7", xl: "1.7" },
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "10px", xl: "16px" },
  defaultRadius: "md",
  cursorType: "pointer",
  respectReducedMotion: true,
  autoContrast: false,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", color: "gray" } }),
    Button: Button.extend({ defaultProps: { size: "sm" } }),
    Loader: Loader.extend({ defaultProps: { type: "dots", color: "var(--shu)" } }),
    // The placeholder for the first focus is no menu item, which a menu may not hold; without it the first item has it.
    Menu: Menu.extend({
      defaultProps: { shadow: "md", position: "bottom-end", withInitialFocusPlaceholder: false },
    }),
    Modal: Modal.extend({ defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.4 } } }),
    Popover: Popover.extend({ defaultProps: { shadow: "md" } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true } }),
  },
});

/** Lets Mantine's own surfaces follow tokens.css, so that a colour is decided in one place. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    "--mantine-color-body": "var(--desk)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--soft)",
    "--mantine-color-placeholder": "var(--faint)",
    "--mantine-color-anchor": "var(--shu)",
    "--mantine-color-error": "var(--rating-false)",
    "--mantine-color-success": "var(--rating-true)",
    "--mantine-color-default": "var(--raise)",
    "--mantine-color-default-hover": "var(--paper)",
    "--mantine-color-default-color": "var(--ink)",
    "--mantine-color-default-border": "var(--line)",
    "--mantine-color-disabled-color": "var(--faint)",
  };
  return { variables: {}, light: both, dark: both };
};
