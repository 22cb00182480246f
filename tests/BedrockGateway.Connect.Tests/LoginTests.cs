using BedrockGateway.Connect.Tests.Fakes;

namespace BedrockGateway.Connect.Tests;

/// <summary>Getting a session, and what is kept of it.</summary>
public sealed class LoginTests : IAsyncLifetime
{
    private const string Unsafe = "The gateway's address must begin with https://, or lead to this machine.";

    private Lab _lab = null!;

    public async ValueTask InitializeAsync() => _lab = await Lab.StartAsync();

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task FirstUse_AsksAndPrintsNothingButTheToken()
    {
        var terminal = new FakeTerminal(FakeGateway.Email, FakeGateway.Password);

        var code = await _lab.RunAsync(terminal, "token", _lab.Gateway.Address);

        Assert.Equal(0, code);
        Assert.Equal($"{_lab.Gateway.LastToken}\n", terminal.Output);
        Assert.Equal($"Log in to {_lab.Gateway.Address}\nE-mail: \nPassword: \n", terminal.Told);
    }

    [Fact]
    public async Task Login_IsKeptForTheUserAlone()
    {
        await _lab.LogInAsync();

        var file = Assert.Single(Directory.GetFiles(_lab.Folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(_lab.Folder));
        }

        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.Contains(FakeGateway.RefreshToken, text, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeGateway.Password, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondUse_AsksNothing()
    {
        await _lab.LogInAsync();
        var terminal = new FakeTerminal();

        var code = await _lab.RunAsync(terminal, "token");

        Assert.Equal((0, $"{_lab.Gateway.LastToken}\n", ""), (code, terminal.Output, terminal.Told));
        Assert.Equal((1, 0), (_lab.Gateway.Logins, _lab.Gateway.Refreshes));
    }

    [Fact]
    public async Task TokenThatIsAboutToEnd_IsRefreshed()
    {
        await _lab.LogInAsync();
        var first = _lab.Gateway.LastToken;
        _lab.Gateway.Clock.Advance(TimeSpan.FromMinutes(56));
        var terminal = new FakeTerminal();

        await _lab.RunAsync(terminal, "token");

        Assert.NotEqual($"{first}\n", terminal.Output);
        Assert.Equal($"{_lab.Gateway.LastToken}\n", terminal.Output);
        Assert.Equal((1, 1), (_lab.Gateway.Logins, _lab.Gateway.Refreshes));
    }

    [Fact]
    public async Task RefreshTokenThatHasEnded_MeansAnotherLogin()
    {
        await _lab.LogInAsync();
        _lab.Gateway.Clock.Advance(TimeSpan.FromHours(2));
        _lab.Gateway.CanRefresh = false;
        var terminal = new FakeTerminal(FakeGateway.Email, FakeGateway.Password);

        await _lab.RunAsync(terminal, "token");

        Assert.Equal($"{_lab.Gateway.LastToken}\n", terminal.Output);
        Assert.Equal((2, 1), (_lab.Gateway.Logins, _lab.Gateway.Refreshes));
    }

    [Fact]
    public async Task Script_LogsInFromTheEnvironment()
    {
        _lab.Set("BEDROCK_GATEWAY_EMAIL", FakeGateway.Email);
        _lab.Set("BEDROCK_GATEWAY_PASSWORD", FakeGateway.Password);
        _lab.Set("BEDROCK_GATEWAY_URL", _lab.Gateway.Address);
        var terminal = new FakeTerminal { IsInteractive = false };

        var code = await _lab.RunAsync(terminal, "token");

        Assert.Equal((0, $"{_lab.Gateway.LastToken}\n", ""), (code, terminal.Output, terminal.Told));
    }

    [Fact]
    public async Task WrongPassword_CanBeTypedAgain()
    {
        var terminal = new FakeTerminal(FakeGateway.Email, "wrong", FakeGateway.Email, FakeGateway.Password);

        var code = await _lab.RunAsync(terminal, "token", _lab.Gateway.Address);

        Assert.Equal(0, code);
        Assert.Contains(
            "The gateway refused the login: Incorrect username or password.\n",
            terminal.Told,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongPasswordOfAScript_IsTheEnd()
    {
        var terminal = new FakeTerminal(FakeGateway.Email, "wrong") { IsInteractive = false };

        var code = await _lab.RunAsync(terminal, "token", _lab.Gateway.Address);

        Assert.Equal((1, 1), (code, _lab.Gateway.Logins));
        Assert.Equal(
            "E-mail: \nPassword: \nThe gateway refused the login: Incorrect username or password.\n", terminal.Told);
    }

    [Fact]
    public async Task Nobody_CannotBeAsked()
    {
        var terminal = new FakeTerminal { IsInteractive = false };

        var code = await _lab.RunAsync(terminal, "token", _lab.Gateway.Address);

        Assert.Equal(1, code);
        Assert.EndsWith(
            "A login is needed: run bedrock-connect in a terminal, or set BEDROCK_GATEWAY_EMAIL and "
            + "BEDROCK_GATEWAY_PASSWORD.\n",
            terminal.Told,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logout_DeletesTheFile()
    {
        await _lab.LogInAsync();
        var terminal = new FakeTerminal();

        var code = await _lab.RunAsync(terminal, "logout");
        await _lab.RunAsync(terminal, "logout", _lab.Gateway.Address);

        Assert.Equal((0, "Logged out.\nThere was no login.\n"), (code, terminal.Told));
        Assert.Empty(Directory.GetFiles(_lab.Folder));
    }

    [Theory]
    [InlineData("http://gateway.example.com", Unsafe)]
    [InlineData("https://ann:secret@example.com", Unsafe)]
    [InlineData("ftp://127.0.0.1", Unsafe)]
    [InlineData("--prot", "There is no option --prot.")]
    [InlineData("--port", "--port needs a number from 0 to 65535.")]
    public async Task WrongArguments_AreExplained(string argument, string problem)
    {
        var terminal = new FakeTerminal();

        var code = await _lab.RunAsync(terminal, argument);

        Assert.Equal((2, $"{problem}\n\n{ConnectCommand.Usage}\n"), (code, terminal.Told));
    }
}
