namespace BedrockGateway.Connect.Sessions;

/// <summary>Whom to log in: from the environment, else asked on the terminal, else two lines of the input.</summary>
internal sealed class LoginQuestions(ITerminal terminal, Func<string, string?> environment)
{
    public const string EmailVariable = "BEDROCK_GATEWAY_EMAIL";
    public const string PasswordVariable = "BEDROCK_GATEWAY_PASSWORD";

    /// <summary>Whether another question may get another answer.</summary>
    public bool CanAskAgain => terminal.IsInteractive && string.IsNullOrEmpty(environment(PasswordVariable));

    public void Tell(string line) => terminal.Tell(line);

    /// <exception cref="ConnectException">There is nobody to ask.</exception>
    public async Task<(string Email, string Password)> AskAsync(Uri gateway, CancellationToken cancellationToken)
    {
        var (email, password) = (environment(EmailVariable), environment(PasswordVariable));
        if (terminal.IsInteractive && (string.IsNullOrEmpty(email) || string.IsNullOrEmpty(password)))
        {
            terminal.Tell($"Log in to {gateway.AbsoluteUri}");
        }

        email = string.IsNullOrEmpty(email) ? await terminal.ReadLineAsync("E-mail: ", cancellationToken) : email;
        password = string.IsNullOrEmpty(password)
            ? await terminal.ReadSecretAsync("Password: ", cancellationToken)
            : password;
        return string.IsNullOrEmpty(email) || string.IsNullOrEmpty(password)
            ? throw new ConnectException(
                $"A login is needed: run bedrock-connect in a terminal, or set {EmailVariable} and {PasswordVariable}.")
            : (email.Trim(), password);
    }
}
