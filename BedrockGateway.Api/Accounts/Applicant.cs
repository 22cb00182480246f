namespace BedrockGateway.Api.Accounts;

/// <summary>Who registers. The e-mail address goes to Cognito as given; the pool compares without case.</summary>
internal sealed record Applicant(string Email, string Password, string FullName)
{
    // A record would print the password.
    public override string ToString() => nameof(Applicant);
}
