package io.github.ingressdesigner.ui.canvas;

/** What can be asked of the graph, by key, menu or button. */
enum Gesture {
  SELECT_UP,
  SELECT_DOWN,
  SELECT_LEFT,
  SELECT_RIGHT,
  SELECT_FIRST,
  SELECT_LAST,
  SELECT_PAGE_UP,
  SELECT_PAGE_DOWN,
  EDIT,
  ADD_PATH,
  ADD_HOST,
  SET_DEFAULT,
  DELETE,
  DUPLICATE,
  REROUTE,
  CUT,
  PASTE,
  NEXT_TYPE,
  PREVIOUS_TYPE,
  UP_IN_FILE,
  DOWN_IN_FILE,
  TO_HOST_ABOVE,
  TO_HOST_BELOW,
  ZOOM_IN,
  ZOOM_OUT,
  ZOOM_100,
  FIT,
  MENU,
  CANCEL
}
