namespace BedrockGateway.Api.Hosting;

internal static class FunctionRoleExtensions
{
    /// <summary>Chooses the role: a function name means Lambda, and the handler tells which function.</summary>
    /// <param name="functionName">Value of <c>AWS_LAMBDA_FUNCTION_NAME</c>; none or empty means Kestrel.</param>
    /// <param name="handler">
    /// Value of <c>GATEWAY_FUNCTION</c>, else of <c>_HANDLER</c>: a managed runtime takes only the assembly's name for
    /// a handler.
    /// </param>
    /// <exception cref="StartupException">The handler is none of the three.</exception>
    public static FunctionRole Choose(string? functionName, string? handler) => functionName switch
    {
        null or "" => FunctionRole.Kestrel,
        _ => handler switch
        {
            "accounts" => FunctionRole.Accounts,
            "models" => FunctionRole.Models,
            "pre-signup" => FunctionRole.PreSignup,
            _ => throw new StartupException(
                $"the handler '{handler}' of function '{functionName}' is unknown; "
                + "allowed are accounts, models, pre-signup."),
        },
    };

    public static bool Serves(this FunctionRole role, FunctionRole slice) =>
        role is FunctionRole.Kestrel || role == slice;
}
