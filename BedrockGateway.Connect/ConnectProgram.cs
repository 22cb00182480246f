using BedrockGateway.Connect.Chat;
using BedrockGateway.Connect.Proxy;
using BedrockGateway.Connect.Sessions;

namespace BedrockGateway.Connect;

/// <summary>The program: each command, and how it ends.</summary>
internal sealed class ConnectProgram(ITerminal terminal, Func<string, string?> environment, TimeProvider clock)
{
    private const int Failed = 1;
    private const int Misused = 2;
    private const string GatewayVariable = "BEDROCK_GATEWAY_URL";

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var (command, problem) = ConnectCommand.Parse(args);
        if (command is null)
        {
            terminal.Tell($"{problem}\n\n{ConnectCommand.Usage}");
            return Misused;
        }

        try
        {
            return await RunAsync(command, cancellationToken);
        }
        catch (ConnectException fault)
        {
            terminal.Tell(fault.Message);
            return Failed;
        }
        catch (HttpRequestException)
        {
            terminal.Tell("The gateway cannot be reached.");
            return Failed;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Failed;
        }
    }

    private async Task<int> RunAsync(ConnectCommand command, CancellationToken cancellationToken)
    {
        var files = SessionFiles.Of(environment);
        var gateway = GatewayOf(command, files);
        if (command.Action is ConnectAction.Logout)
        {
            terminal.Tell(files.Delete(gateway) ? "Logged out." : "There was no login.");
            return 0;
        }

        // No redirects: credentials go to the gateway and nowhere else.
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !gateway.IsLoopback,
            EnableMultipleHttp2Connections = true,
            ConnectTimeout = TimeSpan.FromSeconds(15),
        };
        using var http = new HttpMessageInvoker(handler);
        using var sessions = new SessionKeeper(
            gateway,
            files,
            new GatewayLogin(http),
            new TokenRefresh(http, environment),
            new LoginQuestions(terminal, environment),
            clock);
        var session = await sessions.GetAsync(cancellationToken);
        switch (command.Action)
        {
            case ConnectAction.Token:
                terminal.Write($"{session.IdToken}\n");
                return 0;
            case ConnectAction.Chat:
                return await ChatAsync(command, new ChatClient(http), sessions, cancellationToken);
            default:
                await ServeAsync(command.Port, sessions, http, cancellationToken);
                return 0;
        }
    }

    private Uri GatewayOf(ConnectCommand command, SessionFiles files)
    {
        if (command.Gateway is { } named)
        {
            return named;
        }

        if (environment(GatewayVariable) is { Length: > 0 } set)
        {
            return ConnectCommand.Parse([set]).Command?.Gateway
                ?? throw new ConnectException($"{GatewayVariable} is no address of a gateway.");
        }

        return files.Gateways() switch
        {
            [var only] => only,
            [] => throw new ConnectException($"Which gateway?\n\n{ConnectCommand.Usage}"),
            var several => throw new ConnectException(
                $"Which gateway? You are logged in to {string.Join(" and ", several)}."),
        };
    }

    private async Task<int> ChatAsync(
        ConnectCommand command, ChatClient client, SessionKeeper sessions, CancellationToken cancellationToken)
    {
        if (command.Model is { } model)
        {
            await new ChatSession(client, sessions, terminal).RunAsync(model, cancellationToken);
            return 0;
        }

        var session = await sessions.GetAsync(cancellationToken);
        var models = await client.ListAsync(sessions.Gateway, session, cancellationToken);
        terminal.Tell($"Which model? --model with one of:\n{string.Join('\n', models)}");
        return Misused;
    }

    private async Task ServeAsync(
        int port, SessionKeeper sessions, HttpMessageInvoker http, CancellationToken cancellationToken)
    {
        await using var app = LocalGateway.Create(port, sessions, terminal, http, clock);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException)
        {
            throw new ConnectException($"Port {port} is in use. Choose another one with --port.");
        }

        var address = app.Urls.Single().TrimEnd('/');
        terminal.Tell(
            $"""
            {sessions.Gateway.AbsoluteUri} answers on {address} with your login, to programs of this machine.

              OPENAI_BASE_URL={address}/v1
              OPENAI_API_KEY=unused
              ANTHROPIC_BASE_URL={address}
              ANTHROPIC_AUTH_TOKEN=unused
              AWS_ENDPOINT_URL_BEDROCK_RUNTIME={address}
              AWS_BEARER_TOKEN_BEDROCK=unused

            Ctrl+C ends it.
            """);
        await app.WaitForShutdownAsync(cancellationToken);
    }
}
