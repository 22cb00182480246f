using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Operations;

/// <summary><c>ExecuteChangeSet</c>: creates or updates the stack in the background.</summary>
/// <remarks>
/// Ignores <c>RetainExceptOnCreate</c>; the deletion policy of that name is kept to.
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ExecuteChangeSet.html
/// </remarks>
internal sealed class ExecuteChangeSet(
    StackStore stacks, StackCreation creation, StackUpdate update, TimeProvider clock) : ICloudFormationOperation
{
    public string Name => nameof(ExecuteChangeSet);

    /// <exception cref="AwsFault"><c>InvalidChangeSetStatus</c>, <c>ChangeSetNotFound</c> (404),
    /// <c>ValidationError</c>.</exception>
    public XElement Handle(QueryParameters form)
    {
        var name = StackNames.Required(form, "ChangeSetName", "changeSetName");
        ChangeSetNames.RequireStack(form, name);
        var (stack, set) = stacks.GetChangeSet(name, form["StackName"]);
        var disableRollback = form["DisableRollback"] is "true";
        StackState Prepare(StackState state) => Execute(state, set.Id) with
        {
            ClientRequestToken = form["ClientRequestToken"],
        };


        if (stack.State.Status == "REVIEW_IN_PROGRESS")
        {
            creation.Start(stack, set.Target, disableRollback ? FailureAction.Nothing : set.OnFailure, Prepare);
        }
        else
        {
            update.Start(stack, set.Target, disableRollback || set.OnFailure == FailureAction.Nothing, Prepare);
        }

        return new("ExecuteChangeSetResult");
    }

    private StackState Execute(StackState state, string id) =>
        state.FindChangeSet(id) is { ExecutionStatus: "AVAILABLE" } available
            ? state.WithObsoleteChangeSets(id).With(available with { ExecutionStatus = "EXECUTE_COMPLETE" }) with
            {
                ChangeSetId = id,
                LastUpdated = clock.GetUtcNow(),
            }
            : throw new AwsFault(
                "InvalidChangeSetStatus",
                $"ChangeSet [{id}] cannot be executed in its current {Status(state.FindChangeSet(id))}");

    private static string Status(ChangeSet? set) => set is { Status: "CREATE_COMPLETE" }
        ? $"execution status of [{set.ExecutionStatus}]"
        : $"status of [{set?.Status}]";
}
