namespace BedrockGateway.Connect;

/// <summary>What the program is asked to do.</summary>
internal enum ConnectAction
{
    /// <summary>Serves the gateway's routes on this machine.</summary>
    Serve,

    /// <summary>Prints an ID token.</summary>
    Token,

    /// <summary>Talks to a model.</summary>
    Chat,

    /// <summary>Forgets the login.</summary>
    Logout,
}

/// <summary>The program's arguments.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Gateway">The gateway's base address; <see langword="null"/> for the one that is logged in to.</param>
internal sealed record ConnectCommand(ConnectAction Action, Uri? Gateway)
{
    public const int DefaultPort = 5100;

    public const string Usage =
        """
        bedrock-connect <gateway url> [--port 5100]   log in, and serve the gateway's routes on this machine
        bedrock-connect token [<gateway url>]         print a fresh ID token
        bedrock-connect chat [<gateway url>] --model <id>
                                                      talk to a model
        bedrock-connect logout [<gateway url>]        forget the login
        """;

    /// <summary>Port on the loopback interface. Default 5100; 0 takes a free one, to 65535.</summary>
    public int Port { get; private init; } = DefaultPort;

    /// <summary>The model to talk to.</summary>
    public string? Model { get; private init; }

    /// <returns>The command, or what is wrong with the arguments.</returns>
    public static (ConnectCommand? Command, string? Problem) Parse(IReadOnlyList<string> args)
    {
        var command = new ConnectCommand(ConnectAction.Serve, null);
        for (var at = 0; at < args.Count; at++)
        {
            var problem = args[at] switch
            {
                "token" when at == 0 => Set(command with { Action = ConnectAction.Token }),
                "chat" when at == 0 => Set(command with { Action = ConnectAction.Chat }),
                "logout" when at == 0 => Set(command with { Action = ConnectAction.Logout }),
                "--port" when ++at < args.Count && int.TryParse(args[at], out var port) && port is >= 0 and <= 65535 =>
                    Set(command with { Port = port }),
                "--port" => "--port needs a number from 0 to 65535.",
                "--model" when ++at < args.Count => Set(command with { Model = args[at] }),
                "--model" => "--model needs the id of a model.",
                ['-', ..] unknown => $"There is no option {unknown}.",
                _ when command.Gateway is not null => "One gateway at a time.",
                var url when Uri.TryCreate(url, UriKind.Absolute, out var gateway) && IsSafe(gateway) =>
                    Set(command with { Gateway = gateway }),
                _ => "The gateway's address must begin with https://, or lead to this machine.",
            };
            if (problem is not null)
            {
                return (null, problem);
            }
        }

        return (command, null);

        string? Set(ConnectCommand changed)
        {
            command = changed;
            return null;
        }
    }

    // A password goes there.
    private static bool IsSafe(Uri gateway) =>
        gateway.UserInfo.Length == 0 && gateway.Query.Length == 0 && gateway.Fragment.Length == 0
        && (gateway.Scheme == Uri.UriSchemeHttps || (gateway.Scheme == Uri.UriSchemeHttp && gateway.IsLoopback));
}
