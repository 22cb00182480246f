namespace BedrockGateway.Infra.Accounts;

/// <summary>Why accounts cannot be looked at: one sentence that says what is wrong and the way out.</summary>
internal sealed class AccountsException(string message) : Exception(message);
