package org.comity.api.preservation;

import org.comity.api.Label;
import org.comity.api.StateCode;

/** Another provider in the path of the traffic, and its State. Source: ETS 185 art. 30. */
public record PathProvider(Label name, StateCode state) {}
