using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>All stacks, deleted ones too, which are still described by their ARN.</summary>
internal sealed class StackStore
{
    private readonly LocalAwsOptions _options;
    private readonly TimeProvider _clock;
    private readonly SavedRecords<SavedStack> _saved;
    private readonly Lock _gate = new();
    private readonly List<Stack> _stacks;

    public StackStore(LocalAwsOptions options, TimeProvider clock, StateLog state)
    {
        _options = options;
        _clock = clock;
        _saved = state.Open("cloudformation.stacks", StackStateContext.Default.SavedStack, FindSaved);
        _stacks = [.. _saved.Load().Select(record => new Stack(
            record.Value.Identity, record.Value.State, clock, _saved))];
    }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Stack> All()
    {
        lock (_gate)
        {
            return [.. _stacks.AsEnumerable().Reverse()];
        }
    }

    /// <summary>The stack of an ARN, or of a name where one of that name is not deleted.</summary>
    public Stack? Find(string nameOrId) => All().FirstOrDefault(stack =>
        stack.Id == nameOrId || (stack.Name == nameOrId && !stack.State.IsDeleted));

    /// <exception cref="AwsFault"><c>ValidationError</c>, in the words of most operations.</exception>
    public Stack Get(string nameOrId) =>
        Find(nameOrId) ?? throw ValidationFault.Of($"Stack [{nameOrId}] does not exist");

    /// <exception cref="AwsFault"><c>ValidationError</c>, in the words of <c>DescribeStacks</c> and
    /// <c>GetTemplate</c>.</exception>
    public Stack GetById(string nameOrId) =>
        Find(nameOrId) ?? throw ValidationFault.Of($"Stack with id {nameOrId} does not exist");

    /// <summary>Returns the stack of a name, or adds an empty one; the check and the addition are one step.</summary>
    /// <param name="identity">Identity of the stack where there is none of its name.</param>
    /// <param name="accept">Refuses a stack that exists, by throwing.</param>
    public Stack GetOrAdd(StackIdentity identity, Action<Stack> accept)
    {
        lock (_gate)
        {
            var existing = _stacks.Find(stack => stack.Name == identity.Name && !stack.State.IsDeleted);
            if (existing is not null)
            {
                accept(existing);
                return existing;
            }

            var initial = new StackState { Status = "REVIEW_IN_PROGRESS", Created = _clock.GetUtcNow() };
            var added = new Stack(identity, initial, _clock, _saved);
            _stacks.Add(added);
            _saved.Changed(identity.Id);
            return added;
        }
    }

    /// <summary>A new identity; nothing has it before <see cref="GetOrAdd"/>.</summary>
    public StackIdentity NewIdentity(string name) => new(name, Arn("stack", name));

    public string NewChangeSetId(string name) => Arn("changeSet", name);

    /// <summary>The stack and the change set that a name or ARN means.</summary>
    /// <param name="changeSet">Name, or ARN, which needs no stack beside it.</param>
    /// <param name="stackName">Name or ARN of the stack.</param>
    /// <exception cref="AwsFault"><c>ValidationError</c> for the stack, <c>ChangeSetNotFound</c> (404) for the
    /// set.</exception>
    public (Stack Stack, ChangeSet Set) GetChangeSet(string changeSet, string? stackName)
    {
        var stack = stackName is null
            ? All().FirstOrDefault(candidate => candidate.State.FindChangeSet(changeSet)?.Id == changeSet)
            : Get(stackName);
        return stack?.State.FindChangeSet(changeSet) is { } set
            ? (stack, set)
            : throw new AwsFault(
                "ChangeSetNotFound", $"ChangeSet [{changeSet}] does not exist", System.Net.HttpStatusCode.NotFound);
    }

    /// <summary>Value of an export and the stack it is of.</summary>
    public (Stack Stack, StackOutput Output)? FindExport(string name) => All()
        .SelectMany(stack => stack.State.Outputs.Select(output => (Stack: stack, Output: output)))
        .Where(export => export.Output.ExportName == name && !export.Stack.State.IsDeleted)
        .Select(export => ((Stack, StackOutput)?)export)
        .FirstOrDefault();

    /// <summary>Another stack that reads an export.</summary>
    public Stack? FindImporter(string exportName, Stack exporter) => All().FirstOrDefault(stack =>
        stack != exporter && !stack.State.IsDeleted && stack.State.Imports.Contains(exportName));

    private SavedStack? FindSaved(string id)
    {
        lock (_gate)
        {
            return _stacks.Find(stack => stack.Id == id) is { } found ? new(found.Identity, found.State) : null;
        }
    }

    private string Arn(string kind, string name) =>
        $"arn:aws:cloudformation:{_options.Region}:{_options.AccountId}:{kind}/{name}/{Guid.NewGuid()}";
}
