package org.comity.standalone.practice;

import org.comity.api.Actor;
import org.comity.api.Login;

/** An invented person who is signed in. */
record PracticeLogin(String loginName, Actor actor) implements Login {}
