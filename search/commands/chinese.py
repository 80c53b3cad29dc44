"""The command's own words in Chinese: typer and click speak English, their users here do not."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

_TITLES = {
    "ARGUMENTS_PANEL_TITLE": "参数",
    "OPTIONS_PANEL_TITLE": "选项",
    "COMMANDS_PANEL_TITLE": "命令",
    "ERRORS_PANEL_TITLE": "错误",
    "REQUIRED_LONG_STRING": "[必填]",
    "DEFAULT_STRING": "[默认：{}]",
    "ENVVAR_STRING": "[环境变量：{}]",
}
_PIECES = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]..."}
"""What typer calls the parts of a call."""


class _Speaking:
    """Help with Chinese headings."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Typer's help under Chinese headings."""
        from typer import rich_utils

        for name, title in _TITLES.items():
            setattr(rich_utils, name, title)
        super().format_help(ctx, formatter)  # type: ignore[misc]

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The line that shows how to call."""
        pieces = [_PIECES.get(piece, piece) for piece in self.collect_usage_pieces(ctx)]  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, explained in Chinese."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = "显示本说明"
        return option


class Command(_Speaking, TyperCommand):
    """A command whose help is Chinese."""


class Group(_Speaking, TyperGroup):
    """A group of commands whose help is Chinese."""


def said(error: Any) -> str:
    """What is wrong with a call, in Chinese, from the error of typer."""
    if unknown := re.match(r"No such command '(.+)'\.", error.format_message()):
        return f"没有“{unknown[1]}”这个命令"
    if extra := re.match(r"Got unexpected extra argument\(s\) \((.*)\)", error.format_message()):
        return f"多出了“{extra[1]}”"
    option = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    name = getattr(parameter, "metavar", None) or getattr(parameter, "name", "")
    if getattr(parameter, "param_type_name", "") == "option":
        name = parameter.opts[0]  # type: ignore[union-attr]
    return {
        "NoSuchOption": f"没有选项“{option}”",
        "BadOptionUsage": f"选项“{option}”缺少值，或不应带值",
        "MissingParameter": f"缺少“{name}”",
        "BadParameter": f"“{name}”的值不对（{_wrong_value(getattr(error, 'message', ''))}）",
    }.get(type(error).__name__, f"命令写法有误（{error.format_message()}）")


def _wrong_value(message: str) -> str:
    """Why a value is refused: what was given, and what can be."""
    if unread := re.fullmatch(r"'(.*)' is not a valid (?:int|integer|float)(?: range)?\.", message):
        return f"“{unread[1]}”不是数"
    if outside := re.fullmatch(r"(\S+) is not in the range (?:(\S+)<=x<=(\S+)|x>=(\S+))\.", message):
        given, least, most, at_least = outside.groups()
        return f"给的是{given}，可以是{least}至{most}" if most else f"给的是{given}，不能小于{at_least}"
    if other := re.fullmatch(r"'(.*)' is not one of (.+)\.", message):
        return f"给的是“{other[1]}”，可以是" + "、".join(re.findall("'(.+?)'", other[2]))
    return message
